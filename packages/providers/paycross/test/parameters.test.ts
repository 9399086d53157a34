import { tableOf } from '@ducat/contract/documents';
import type { AuthorizeRequest, CardData, TokenizeRequest } from '@ducat/core';
import { Card, CardToken } from '@ducat/core';
import { describe, expect, it } from 'vitest';
import { pageParameters, unsentFields } from './page-parameters.ts';
import { card, money } from './requests.ts';
import { scripted } from './scripted.ts';

type Tree = Record<string, unknown>;

const page = new URL('../../../../docs/providers/paycross.md', import.meta.url);
const homes = tableOf(page, 'parameters');
const minimal: TokenizeRequest = {
  amount: money('1.00'),
  description: 'A hat',
  source: { kind: 'card', card: card() },
  usage: ['recurring'],
};
const cardData: CardData = { number: '4200000000000000', expiryMonth: 5, expiryYear: 2030 };

/** The object with one more field, by its path; `[]` is the first item of a list. */
function withField(target: Tree, path: string, value: unknown): Tree {
  const [name = '', ...rest] = path.split('.');
  const key = name.replace('[]', '');
  if (rest.length === 0) return { ...target, [key]: value };
  const inner = withField((target[key] as Tree | undefined) ?? {}, rest.join('.'), value);
  return { ...target, [key]: name.endsWith('[]') ? [inner] : inner };
}

function valueAt(target: unknown, path: string): unknown {
  const names = path.replaceAll('[]', '.0').split('.');
  return names.reduce((inner: unknown, name) => (inner as Tree | undefined)?.[name], target);
}

/** What leaves when the field with this name in our model is set. */
async function sentWith(home: string, value: unknown): Promise<Tree> {
  const world = scripted(() => ({ body: {} }));
  const reference = home === 'context.reference' ? String(value) : 'attempt';
  let request: Tree = { ...minimal };
  if (home.startsWith('source.card.')) {
    const data = { ...cardData, [home.slice('source.card.'.length)]: value };
    request = { ...request, source: { kind: 'card', card: new Card(data) } };
  } else if (home !== 'context.reference') {
    request = withField(request, home, value);
  }
  await world.provider.tokenize(request as unknown as TokenizeRequest, { reference });
  return world.lastRequest();
}

describe('the table of parameters', () => {
  it('names every parameter of the page once, in its order, and no other', () => {
    expect([...homes.keys()]).toEqual(pageParameters.map(({ name }) => name));
  });

  it.each(pageParameters)('names a home of $name from which it reaches the wire', async ({ name, value, wire }) => {
    const home = homes.get(name) ?? '';
    expect(home).toMatch(/^[a-zA-Z.[\]]+$/);
    const sent = valueAt(await sentWith(home, value), name);
    expect({ [name]: sent }).toMatchObject({ [name]: wire });
    const without = valueAt(await sentWith('description', 'Something else'), name);
    expect(without).not.toEqual(sent);
  });
});

describe('the table of what is not sent', () => {
  it('gives a reason for each field', () => {
    const table = tableOf(page, 'unsent');
    expect([...table.keys()]).toEqual(Object.keys(unsentFields));
    for (const reason of table.values()) expect(reason).toMatch(/^Not sent: .{10}/);
  });

  it.each(Object.entries(unsentFields))(
    'is right about %s: setting it changes nothing on the wire',
    async (path, value) => {
      const token = new CardToken({ provider: 'paycross', value: 'token' });
      const common = {
        amount: money('1.00'),
        description: 'A hat',
        customer: { email: 'a@example.com' },
        browser: { language: 'en' },
      };
      const send = async (changed: (request: Tree) => Tree): Promise<string | undefined> => {
        const world = scripted(() => ({ body: {} }));
        const source = { kind: 'token', token, usage: 'recurring', initiator: 'customer' };
        await world.provider.authorize(changed({ ...common, source }) as unknown as AuthorizeRequest, {
          reference: 'attempt',
        });
        return world.sent[0]?.body;
      };
      const plain = await send((request) => request);
      expect(plain).toContain('"email"');
      expect(await send((request) => withField(request, path, value))).toBe(plain);
    },
  );
});
