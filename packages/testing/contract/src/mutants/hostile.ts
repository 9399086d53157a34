import type { HttpResponse } from '../reference/adapter/send.ts';
import { parts } from '../reference/adapter/parts.ts';
import type { ReferenceHarness } from '../reference/harness.ts';
import { throwing, traveling } from './breaking.ts';
import { depthOf, following, mebibyte, merge, readLoosely, taking, unpacking } from './careless.ts';
import { presuming } from './money.ts';
import type { Mutant } from './mutant.ts';
import { mutant } from './mutant.ts';

const amounts = [
  'a hundredth more',
  'a hundred times as much',
  'nothing',
  'less than nothing',
  'more than 2 ** 53',
  'more digits than there are',
  'beyond every number',
  'an exponent',
  'a number that is none',
  'digits of another script',
];

const idFields = [
  ['capture', 'authorization'],
  ['void', 'authorization'],
  ['refund', 'payment'],
  ['lookup', 'providerReference'],
  ['lookup', 'reference'],
] as const;

export const hostileMutants: readonly Mutant[] = [
  ...[
    'another port',
    'another host',
    'another scheme',
    'an address without a scheme',
    'another path of the same provider',
  ].map((target) =>
    mutant(`follows a redirect to ${target}`, `a redirect to ${target} is not followed (defect 24)`, (good) =>
      good.with({ send: following }),
    ),
  ),
  mutant(
    'takes in whatever comes',
    'a body of 256 MiB is not taken in, announced or in chunks, although it would be readable',
    (good) => good.with({ send: taking({ largestBody: 40 * mebibyte }) }),
  ),
  mutant('takes in headers of any length', 'headers without an end are not taken in', (good) =>
    good.with({ send: taking({ largestHead: 40 * mebibyte }) }),
  ),
  mutant(
    'unpacks what is compressed',
    'a compressed body that unpacks to 256 MiB is not unpacked, although it would be readable',
    (good) => good.with({ send: unpacking }),
  ),
  mutant(
    'reads each chunk as text',
    'text is whole when every byte of it comes in a chunk of its own (defect 21)',
    (good) =>
      good.with({ send: taking({ readChunk: (chunk) => Buffer.from(Buffer.from(chunk).toString('utf8'), 'utf8') }) }),
  ),
  mutant(
    'puts up with answers that contradict themselves',
    'an answer whose length contradicts itself, or that is not HTTP, proves nothing',
    (good) => good.with({ send: taking({ isLenient: true }) }),
  ),
  mutant(
    'gives the answer to one request to the next',
    'bytes that follow an answer are not taken for the answer to the next request',
    (good) => leftovers(good),
  ),
  mutant(
    'believes that every answer is a transaction',
    'an answer that is not exactly JSON of the right shape proves nothing, and no foreign error leaves (defect 23)',
    (good) =>
      good.with({
        readTransaction: (value) => value as never,
        toOutcome: ({ id }) => ({ status: 'approved', id }) as never,
      }),
  ),
  mutant(
    'walks through an answer by calling itself',
    'an answer that is 200,000 levels deep is read or refused, and ends no process',
    (good) =>
      throwing(
        good.with({
          readJson: (body) => {
            const value = readLoosely(body);
            return depthOf(value) < 100 ? parts.readJson(body) : undefined;
          },
          outcomeOfFailure: (thrown) => {
            throw thrown;
          },
        }),
        'charge',
        (error) => {
          throw error;
        },
      ),
  ),
  mutant(
    'merges an answer into its own objects',
    'keys such as __proto__ and constructor in an answer change nothing but that answer',
    (good) => good.with({ readJson: (body) => merge({}, readLoosely(body)) }),
  ),
  ...['status', 'amount', 'currency'].map((key) =>
    mutant(
      `takes the last ${key} where there are two`,
      `an answer that says the ${key} twice is not believed, whichever of the two is right`,
      (good) => good.with({ readJson: readLoosely }),
    ),
  ),
  mutant(
    'presumes the currency that it asked for',
    'an answer about another currency than was asked for is no success (defect 27)',
    presuming,
  ),
  mutant(
    'presumes the attempt that it asked for',
    'an answer about another attempt than was asked for is no success',
    presuming,
  ),
  ...amounts.map((name) =>
    mutant(
      `presumes the amount where the answer says ${name}`,
      `an answer whose amounts are ${name} is no success of that or any other amount (defect 27)`,
      presuming,
    ),
  ),
  ...idFields.map(([port, field]) =>
    mutant(
      `sends anything as the ${field} of a ${port}`,
      `${port} refuses what cannot be an id as ${field} before anything is sent (defects 14, 15)`,
      (good) => good.with({ checkRequest: () => undefined }),
    ),
  ),
  mutant(
    'looks ids up on an object',
    'an id that is the name of a property of every object is an id like any other',
    (good) =>
      throwing(good, 'lookup', (error, request) => {
        const known = ({} as Record<string, unknown>)[String(request['providerReference'])];
        if (known !== undefined) throw new TypeError('an id that is a function');
        throw error;
      }),
  ),
  mutant(
    'uses whatever the provider calls an id',
    'an id of the provider that cannot be one is not used, and does not come out (defects 14, 15)',
    (good) => good.with({ readTransaction: (value) => value as never }),
  ),
  mutant(
    'takes what has no id for what has failed',
    'an answer without the id of its transaction proves no failure, whether that is finished or not (defect 43)',
    (good) =>
      good.with({
        readTransaction(value) {
          const { id } = value as { id?: unknown };
          return parts.readTransaction(
            id === undefined ? { ...(value as object), id: 'none', status: 'declined' } : value,
          );
        },
      }),
  ),
];

/** What was read too much of one answer begins the next. */
function leftovers(good: ReferenceHarness): ReferenceHarness {
  let left: HttpResponse | undefined;
  const deaf = { requireEcho: () => undefined };
  return traveling(good.with(deaf), 'charge', (sending) => async (request, budget) => {
    const before = left;
    left = await sending(request, budget);
    return before ?? left;
  });
}
