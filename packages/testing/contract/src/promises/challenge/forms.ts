import type { Action } from '@ducat/core';
import { strict as assert } from 'node:assert';
import type { SurfaceResponse } from '../../harness/http.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { begin, beginFirstVersion, termUrl } from './begin.ts';

const group = 'challenge';

type Change = (text: string) => string;

const encoded = /^[A-Za-z0-9+/_-]{40,}={0,2}$/;

/** How a message of 3-D Secure may be written: every one is sent by some access control server. */
const spellings: readonly Change[] = [
  (text) => text,
  (text) => text.replace(/=+$/, ''),
  (text) => text.replace(/=+$/, '').padEnd(Math.ceil(text.replace(/=+$/, '').length / 4) * 4, '='),
  (text) => text.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_'),
];

function changed(value: unknown, change: Change, seen: Set<string>): unknown {
  if (typeof value === 'string') {
    const text = encoded.test(value) ? change(value) : value;
    seen.add(text);
    return text;
  }
  if (Array.isArray(value)) return value.map((item) => changed(item, change, seen));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, changed(item, change, seen)]));
}

/** From now on the provider spells every message so; the strings of its answers are collected. */
function spelled(stage: Stage, change: Change): ReadonlySet<string> {
  const seen = new Set<string>();
  stage.front.rewrite((_request, response): SurfaceResponse => {
    if (!response.headers['content-type']?.includes('json')) return response;
    const value: unknown = JSON.parse(Buffer.from(response.body).toString('utf8'));
    return { ...response, body: Buffer.from(JSON.stringify(changed(value, change, seen))) };
  });
  return seen;
}

/** Everything the shopper's browser is to take along. */
function carried(action: Action): readonly string[] {
  if (action.kind === 'form_post') return Object.values(action.fields);
  return action.kind === 'redirect' ? [...new URL(action.url).searchParams.values()] : [];
}

export const challengeForms: readonly ContractPromise[] = [
  {
    group,
    name: 'what the provider sends along to the challenge arrives letter for letter, padded or not (defect 50)',
    ports: [paying, 'challenge'],
    abilities: ['shop'],
    async keep(stage) {
      for (const [index, change] of spellings.entries()) {
        const strings = spelled(stage, change);
        const { action } = await begin(stage, `12.3${index}`);
        const urls = [...strings].filter((text) => URL.canParse(text)).join(' ');
        for (const value of carried(action)) {
          assert(strings.has(value) || urls.includes(encodeURIComponent(value)), `"${value}" is not what was sent`);
        }
      }
    },
  },
  {
    group,
    name: 'a 3-D Secure 1 form is shown as the provider gave it, with the merchant’s TermUrl where they asked for it',
    ports: [paying, 'challenge'],
    abilities: ['cards.challengedFirstVersion'],
    async keep(stage) {
      for (const [index, change] of spellings.entries()) {
        const strings = spelled(stage, change);
        const { action } = await beginFirstVersion(stage, `12.3${index}`);
        if (action.kind !== 'form_post') return assert.fail(`expected a form, got ${action.kind}`);
        assert(strings.has(action.url), action.url);
        const { TermUrl: target, ...others } = action.fields;
        assert.equal(target, termUrl);
        assert(Object.keys(others).length > 0, 'there is nothing but a TermUrl');
        for (const [name, value] of Object.entries(others)) assert(strings.has(value), `${name} is not what was sent`);
      }
    },
  },
  {
    group,
    name: 'without a TermUrl of the merchant the shopper is never sent to the merchant by the form',
    ports: [paying, 'challenge'],
    abilities: ['cards.challengedFirstVersion'],
    async keep(stage) {
      const strings = spelled(stage, (text) => text);
      const { action } = await beginFirstVersion(stage, '12.34', false);
      for (const value of carried(action)) assert(strings.has(value), `"${value}" is not what was sent`);
      assert(!carried(action).includes(termUrl));
    },
  },
];
