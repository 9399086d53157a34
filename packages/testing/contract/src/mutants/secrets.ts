import type { LookupResult, Outcome, Port } from '@ducat/core';
import { CardToken, DucatError, ports } from '@ducat/core';
import type { Harness } from '../harness/harness.ts';
import { nounOf } from '../leaks/uses.ts';
import { cards } from '../reference/bank/bank.ts';
import { account } from '../reference/world.ts';
import { altered, around, saying, throwing } from './breaking.ts';
import type { Mutant } from './mutant.ts';
import { mutant } from './mutant.ts';

const { number, securityCode } = cards.approved;
const bearer = `Bearer ${account.apiKey}`;
const callingPorts: readonly Port[] = ports.filter((port) => port !== 'webhook');

/** Each leaks in another way what a call should keep to itself. */
const sounds: readonly (() => void)[] = [
  () => process.emitWarning(`calling with ${bearer}`),
  () => void process.stderr.write(`${Buffer.from(number).toString('base64')}\n`),
  () => process.emitWarning('a call', { detail: `card ${number.split('').toReversed().join('')}` }),
];

function quoted(error: DucatError): DucatError {
  const message = `${error.message}: verification_value "${securityCode}" of ${number}`;
  return new DucatError({ ...error.toJSON(), message });
}

/** The same in errors that are part of an outcome or a lookup's result. */
function quoting(good: Harness, port: Port): Harness {
  return around(good, port, (call) => async (request, context) => {
    const result = (await call(request, context)) as Outcome | LookupResult;
    return 'error' in result ? { ...result, error: quoted(result.error) } : result;
  });
}

export const secretMutants: readonly Mutant[] = [
  ...ports.map((port, index) =>
    mutant(
      `tells of ${nounOf[port]} beside the call`,
      `${nounOf[port]} that succeeds shows neither card data nor keys anywhere (defects 53, 55)`,
      (good) =>
        around(good, port, (call) => async (request, context) => {
          sounds[index % sounds.length]?.();
          return call(request, context);
        }),
    ),
  ),
  mutant(
    'keeps a token beside the masked one',
    'a payment with a stored card shows no token anywhere (defect 55)',
    (good) =>
      saying(good, 'tokenize', 'approved', ({ token, ...outcome }) => {
        if (token === undefined) return outcome;
        const [, stored = ''] = /^ducat-token\.1\.(.*)$/.exec(token.toStorage()) ?? [];
        const data = JSON.parse(Buffer.from(stored, 'base64url').toString('utf8')) as {
          provider: string;
          value: string;
        };
        const own = new CardToken({ ...data });
        return { ...outcome, token: Object.defineProperty(own, 'hidden', { value: data.value }) };
      }),
  ),
  mutant(
    'keeps its configuration on the object',
    'the provider itself, printed in any way, shows no key (defect 55)',
    (good) => altered(good, () => Object.defineProperty({}, Symbol('options'), { value: account, enumerable: true })),
  ),
  mutant(
    'quotes the options that it refuses',
    'options that are refused are not repeated by the refusal (defect 55)',
    (good) => ({
      ...good,
      create(origins, setup) {
        try {
          return good.create(origins, setup);
        } catch (error) {
          if (!DucatError.is(error)) throw error;
          throw new DucatError({ ...error.toJSON(), cause: { options: { ...account, ...setup } } });
        }
      },
    }),
  ),
  mutant(
    'shows what it sent with a decline',
    'a decline shows neither card data nor keys anywhere (defect 54)',
    (good) =>
      saying(good, 'charge', 'declined', (outcome) => ({
        ...outcome,
        raw: { ...outcome.raw, sent: `pan=${cards.declined.number}` },
      })),
  ),
  ...callingPorts.map((port) =>
    mutant(
      `quotes the provider when it refuses ${nounOf[port]}`,
      `a refusal of ${nounOf[port]} that repeats card data and keys has them masked (defects 53, 54, 56)`,
      (good) =>
        quoting(
          throwing(good, port, (error) => {
            throw quoted(error);
          }),
          port,
        ),
    ),
  ),
  ...callingPorts.map((port) =>
    mutant(
      `leaks the bearer in the cause of what failed in ${nounOf[port]}`,
      `${nounOf[port]} that fails on the way shows neither card data nor keys anywhere (defects 53, 56)`,
      (good) =>
        around(good, port, (call) => async (request, context) => {
          const outcome = (await call(request, context)) as Outcome;
          if (!('error' in outcome)) return outcome;
          const cause = new Error('socket hang up', { cause: { headers: { authorization: bearer } } });
          return { ...outcome, error: new DucatError({ ...outcome.error.toJSON(), cause }) };
        }),
    ),
  ),
  mutant(
    'quotes the webhook that it refuses',
    'a webhook that is refused is not repeated by the refusal (defect 56)',
    (good) =>
      throwing(good, 'webhook', (error, request) => {
        const text = Buffer.from(request['body'] as Uint8Array).toString('utf8');
        throw new DucatError({ ...error.toJSON(), raw: { body: text } });
      }),
  ),
  mutant(
    'quotes the request that it refuses',
    'a request that is refused before it is sent is not repeated by the refusal (defect 54)',
    (good) =>
      throwing(good, 'lookup', (error, request) => {
        throw new DucatError({ ...error.toJSON(), message: `${error.message}: ${JSON.stringify(request)}` });
      }),
  ),
];
