import type { AttemptContext, CallContext, Outcome, Provider } from '@ducat/core';
import type { Calls } from './calls.ts';
import type { Owners } from './owners.ts';
import type { ProcessClock } from './process-clock.ts';

interface Watched {
  readonly clock: ProcessClock;
  readonly owners: Owners;
  readonly calls: Calls;
  /** Name of the process. */
  readonly process: string;
}

type MoneyPort = 'tokenize' | 'charge' | 'authorize' | 'capture' | 'void' | 'refund' | 'payout';

/** The provider as it is; its calls are counted and carry a tag, so that the network knows what a request belongs to. */
export function taggedProvider(provider: Provider, watched: Watched): Provider {
  const { clock, owners, calls } = watched;
  const money = <Request>(
    port: MoneyPort,
    call: ((request: Request, context: AttemptContext) => Promise<Outcome>) | undefined,
  ) =>
    call === undefined
      ? undefined
      : async (request: Request, context: AttemptContext): Promise<Outcome> => {
          const { reference } = context;
          const payment = owners.ofReference(reference);
          calls.sent(reference);
          const outcome = await call(request, { ...context, clock: clock.tagged({ port, reference, payment }) });
          learn(outcome, payment);
          return outcome;
        };
  const learn = (outcome: Outcome, payment: string): void => {
    if ('providerReference' in outcome) {
      owners.learn(`${provider.id}/${outcome.providerReference}`, payment);
    }
    if (outcome.status === 'action_required') owners.learn(outcome.continuation, payment);
  };
  const ports = {
    tokenize: money('tokenize', provider.tokenize),
    charge: money('charge', provider.charge),
    authorize: money('authorize', provider.authorize),
    capture: money('capture', provider.capture),
    void: money('void', provider.void),
    refund: money('refund', provider.refund),
    payout: money('payout', provider.payout),
    challenge: provider.challenge && challengeOf(provider.challenge, watched),
    lookup: provider.lookup && lookupOf(provider.id, provider.lookup, watched),
  };
  return { ...provider, ...ports } as Provider;
}

function challengeOf(call: NonNullable<Provider['challenge']>, { clock, owners }: Watched): Provider['challenge'] {
  return (request, context: CallContext = {}) => {
    const payment = owners.of(request.continuation);
    return call(request, { ...context, clock: clock.tagged({ port: 'challenge', reference: '', payment }) });
  };
}

function lookupOf(
  id: string,
  call: NonNullable<Provider['lookup']>,
  { clock, owners, calls, process }: Watched,
): Provider['lookup'] {
  return (request, context: CallContext = {}) => {
    const { reference = '', providerReference = '' } = request;
    const payment = reference === '' ? owners.of(`${id}/${providerReference}`) : owners.ofReference(reference);
    calls.lookedUp(process, payment);
    return call(request, { ...context, clock: clock.tagged({ port: 'lookup', reference, payment }) });
  };
}
