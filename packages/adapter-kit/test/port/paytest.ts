import type { AttemptContext, CaptureRequest, Outcome, ReportedOutcome } from '@ducat/core';
import { DucatError, Money, Secret } from '@ducat/core';
import type { Call, JsonExchange } from '../../src/index.ts';
import { createJsonExchange, encodeBearerAuthorization, moneyPort, schemas } from '../../src/index.ts';
import type { Step } from './scripted-transport.ts';
import { ScriptedTransport } from './scripted-transport.ts';

export const settings = { provider: 'paytest', timeoutMilliseconds: 1000 };
export const amount = Money.of(1050n, 'USD');
export const request: CaptureRequest = { authorization: 'cpi_1', amount };
export const context: AttemptContext = { reference: 'attempt-1' };
export const authorization = encodeBearerAuthorization(new Secret('canary-of-the-key'));

export const approved: ReportedOutcome = {
  status: 'approved',
  provider: 'paytest',
  reference: 'attempt-1',
  providerReference: 'cpi_1',
  amount,
  raw: {},
};

/** An error as the transport, a reader or a recipe would make it. */
export function failure(code: DucatError['code'], effect: DucatError['effect'], message: string = code): DucatError {
  return new DucatError({ code, message, effect });
}

/** What a recipe is given to work with. */
export interface Way {
  readonly exchange: JsonExchange;
  readonly call: Call;
}

/** Runs a recipe as a port that may move money, over a network that does what the script says. */
export async function run(script: readonly Step[], recipe: (way: Way) => Promise<Outcome>): Promise<Outcome> {
  const transport = new ScriptedTransport(...script);
  const exchange = createJsonExchange(transport, 'https://paytest.example', (_status, body) => {
    const code = (body as { refused?: DucatError['code'] } | undefined)?.refused;
    return code === undefined ? undefined : failure(code, 'none');
  });
  const port = moneyPort<CaptureRequest>(settings, schemas.captureRequest, async (_request, call) =>
    recipe({ exchange, call }),
  );
  return port(request, context);
}
