import type {
  AttemptContext,
  Decline,
  LookupRequest,
  LookupResult,
  Operation,
  Outcome,
  ProviderLimits,
  Port,
  ReportedOutcome,
  Supporting,
  TransactionRecord,
  WebhookRequest,
} from '@ducat/core';
import type { CardToken } from '@ducat/core';
import { DucatError, Money, declineFor } from '@ducat/core';

/** A transaction of a tiny provider. Tests change them as a bank would. */
export interface TinyTransaction {
  readonly id: string;
  readonly operation: Operation;
  readonly reference: string;
  /** The transaction that it acts on. */
  readonly on?: string | undefined;
  status: 'approved' | 'declined' | 'pending';
  amount: Money;
  token?: CardToken;
}

type MoneyPort = Operation;
type Act = () => Outcome;
export type Script = (act: Act, context: AttemptContext) => Outcome | Promise<Outcome>;
type LookupScript = (answer: () => LookupResult, request: LookupRequest) => LookupResult | Promise<LookupResult>;

/** A provider of a page: it keeps its promises, and goes wrong when it is told to. */
export interface TinyProvider extends Supporting<Port> {
  readonly transactions: TinyTransaction[];
  /** The transaction with this number, from 1. */
  transaction(number: number): TinyTransaction;
  /** Every call: `charge order-1-1`. */
  readonly calls: string[];
  /** What the next calls of a port do instead; `act` is what they would have done. */
  next(port: MoneyPort, ...scripts: readonly Script[]): void;
  nextLookup(...scripts: readonly LookupScript[]): void;
  /** What is in its books: `charge 1000`. */
  ledger(): string[];
  /** The webhook that tells of a transaction, as it is or as it is made to look. */
  tell(transaction: TinyTransaction, more?: object): WebhookRequest;
}

const hour = 60 * 60 * 1000;

export const tinyLimits: ProviderLimits = {
  currencies: 'any',
  capture: { partial: 'always', multiple: true },
  void: { partial: false },
  refund: { partial: true, multiple: true },
  tokenize: 'standalone',
  repeat: {
    tokenize: 'replayed',
    charge: 'replayed',
    authorize: 'replayed',
    payout: 'replayed',
    capture: 'replayed',
    void: 'replayed',
    refund: 'replayed',
  },
  replayWindowMilliseconds: 24 * hour,
  lookupHorizonMilliseconds: hour,
  lookupByReference: ['tokenize', 'charge', 'authorize', 'payout', 'capture', 'void', 'refund'],
  actions: ['redirect'],
};

export function tinyProvider(id: string, limits: Partial<ProviderLimits> = {}): TinyProvider {
  const transactions: TinyTransaction[] = [];
  const calls: string[] = [];
  const scripts = new Map<MoneyPort | 'lookup', unknown[]>();

  const act = (operation: Operation, amount: Money, reference: string, on?: string): Outcome => {
    let own = transactions.find((one) => one.reference === reference && one.operation === operation);
    if (own === undefined) {
      own = { id: `${id}-${transactions.length + 1}`, operation, reference, on, status: 'approved', amount };
      transactions.push(own);
    }
    return outcomeOf(id, own);
  };
  const port =
    (operation: MoneyPort) =>
    async (request: { amount: Money; authorization?: string; payment?: string }, context: AttemptContext) => {
      calls.push(`${operation} ${context.reference}`);
      const script = scripts.get(operation)?.shift() as Script | undefined;
      const on = request.authorization ?? request.payment;
      const perform = (): Outcome => act(operation, request.amount, context.reference, on);
      return script === undefined ? perform() : await script(perform, context);
    };

  return {
    id,
    limits: { ...tinyLimits, ...limits },
    transactions,
    transaction(number) {
      const found = transactions[number - 1];
      if (found === undefined) throw new Error(`${id} has no transaction ${number}`);
      return found;
    },
    calls,
    next: (name, ...added) => void scripts.set(name, [...(scripts.get(name) ?? []), ...added]),
    nextLookup: (...added) => void scripts.set('lookup', [...(scripts.get('lookup') ?? []), ...added]),
    ledger: () =>
      transactions
        .filter(({ status }) => status === 'approved')
        .map(({ operation, amount }) => `${operation} ${amount.minorUnits}`),
    tell(transaction, more = {}) {
      const { amount, token: _token, ...facts } = transaction;
      const told = { ...facts, minorUnits: amount.minorUnits.toString(), currency: amount.currency, ...more };
      return { headers: {}, body: new TextEncoder().encode(JSON.stringify(told)) };
    },
    charge: port('charge'),
    authorize: port('authorize'),
    tokenize: port('tokenize'),
    payout: port('payout'),
    capture: port('capture'),
    void: port('void'),
    refund: port('refund'),
    async lookup(request) {
      calls.push(`lookup ${request.reference ?? ''}`);
      const { operation, reference, providerReference } = request;
      const answer = (): LookupResult => {
        const [first, ...others] = transactions
          .filter((one) =>
            providerReference === undefined ? one.reference === reference : one.id === providerReference,
          )
          .filter((one) => one.operation === operation)
          .map((one) => recordOf(id, one))
          .toReversed();
        return first === undefined ? { status: 'not_found' } : { status: 'found', transactions: [first, ...others] };
      };
      const script = scripts.get('lookup')?.shift() as LookupScript | undefined;
      return script === undefined ? answer() : await script(answer, request);
    },
    async challenge() {
      calls.push('challenge');
      const own = transactions.at(-1);
      if (own === undefined) throw new Error('nothing to challenge');
      return outcomeOf(id, own);
    },
    async webhook({ body }) {
      const told = JSON.parse(new TextDecoder().decode(body)) as TinyTransaction & {
        minorUnits: string;
        currency: 'EUR';
      };
      const amount = Money.of(BigInt(told.minorUnits), told.currency);
      const fingerprint = [told.id, told.status, told.minorUnits].join(':');
      return { provider: id, fingerprint, transaction: recordOf(id, { ...told, amount }) };
    },
    close: async () => undefined,
  };
}

function recordOf(provider: string, transaction: TinyTransaction): TransactionRecord {
  const { operation, amount } = transaction;
  return { operation, amount, outcome: outcomeOf(provider, transaction) };
}

function outcomeOf(provider: string, transaction: TinyTransaction): ReportedOutcome {
  const { id: providerReference, reference, status, amount, token } = transaction;
  const facts = { provider, reference, providerReference, raw: {} };
  if (status === 'pending') return { status, ...facts, reason: 'processing' };
  if (status === 'declined') return { status, ...facts, decline: declineFor('do_not_honor', 'issuer') };
  return { status, ...facts, amount, ...(token === undefined ? {} : { token }) };
}

/** The answer gets lost after the provider has acted. */
export const lost: Script = (act) => {
  act();
  return lose('connection_lost');
};

/** The request gets lost before the provider has acted. */
export const dropped: Script = () => lose('connection_lost');

/** The connection is refused: proof that nothing was sent. */
export const refused: Script = () => {
  throw new DucatError({ code: 'connection_failed', message: 'refused', effect: 'none' });
};

/** Refused before there was a transaction. */
export function declined(provider: string, decline: Decline = declineFor('do_not_honor', 'issuer')): Script {
  return (_act, { reference }) => ({ status: 'declined', provider, reference, decline, raw: {} });
}

function lose(code: 'connection_lost'): never {
  throw new DucatError({ code, message: 'lost', effect: 'possible' });
}

/** Never answers: the process is dead. */
export const never: Script = () => new Promise(() => undefined);
