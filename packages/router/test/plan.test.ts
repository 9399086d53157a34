import { Money } from '@ducat/core';
import type { RoutingQuestion } from '@ducat/router';
import { createRouter } from '@ducat/router';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observation, question, rules } from './arbitraries.ts';
import { charge, ids, provider, providers, routes, token, visa } from './house.ts';

const fees = [
  { provider: 'alpha', percent: '1.5' },
  { provider: 'beta', currency: 'EUR' as const, percent: '1', fixed: '0.10' },
];

function issuerOf({ request }: RoutingQuestion): string | undefined {
  return 'source' in request && request.source.kind === 'token' ? request.source.token.provider : undefined;
}

describe('a plan', () => {
  it('is a function of rules, question and observations, and of nothing else', () => {
    fc.assert(
      fc.property(
        rules,
        fc.array(observation, { maxLength: 40 }),
        fc.array(question, { maxLength: 5 }),
        (list, seen, asked) => {
          const [one, other] = [0, 1].map(() => createRouter({ providers, routes: routes(list, { fees }) }));
          for (const each of seen) {
            one?.record(each);
            // The other one plans in between: planning leaves no trace.
            for (const planned of asked) other?.plan(planned);
            other?.record(each);
          }
          for (const planned of asked) {
            expect(other?.plan(planned)).toEqual(one?.plan(planned));
            expect(one?.plan(planned)).toEqual(one?.plan(planned));
          }
        },
      ),
    );
  });

  it('has one line for every provider: the candidates in their order, then the others', () => {
    fc.assert(
      fc.property(rules, question, fc.array(observation, { maxLength: 40 }), (list, asked, seen) => {
        const router = createRouter({
          providers,
          routes: routes(list, { fees, circuit: { atLeast: 2, outOf: 4, whenOpen: 'leave_out' } }),
        });
        for (const each of seen) router.record(each);
        const { candidates, lines } = router.plan(asked);
        expect(lines.map((line) => line.provider).sort()).toEqual([...ids].sort());
        expect(lines.slice(0, candidates.length).map((line) => line.provider)).toEqual(candidates);
        expect(lines.map(({ chosen }) => chosen)).toEqual(lines.map((_, index) => index < candidates.length));
        for (const { reason, chosen, rule } of lines) {
          expect(reason).toMatch(chosen ? /^(chosen|in the order given|no rule matches)/ : /^left out: /);
          expect(reason).toContain(rule === undefined ? '' : `rule "${rule}"`);
        }
      }),
    );
  });

  it('never leads to another provider than the one that issued the token, whatever the rules are', () => {
    fc.assert(
      fc.property(rules, question, fc.array(observation, { maxLength: 20 }), (list, asked, seen) => {
        const issuer = issuerOf(asked);
        fc.pre(issuer !== undefined);
        const router = createRouter({ providers, routes: routes(list, { fees }) });
        for (const each of seen) router.record(each);
        expect([[], [issuer]]).toContainEqual(router.plan(asked).candidates);
      }),
    );
  });

  it('never names a provider that a matching rule excludes, wherever that rule stands', () => {
    fc.assert(
      fc.property(rules, question, fc.nat(), fc.constantFrom(...ids), (list, asked, where, excluded) => {
        const rule = { name: 'never', exclude: [excluded] };
        const all = list.toSpliced(where % (list.length + 1), 0, rule);
        const { candidates, lines } = createRouter({ providers, routes: routes(all) }).plan(asked);
        expect(candidates).not.toContain(excluded);
        const reason = lines.find((line) => line.provider === excluded)?.reason;
        expect(reason).toMatch(/excluded by rule|was issued by/);
      }),
    );
  });

  it('names none of the providers that several rules exclude', () => {
    const list = [
      { name: 'one', exclude: ['alpha'] },
      { name: 'all', try: ['alpha', 'beta', 'gamma'] },
      { name: 'two', exclude: ['alpha', 'gamma'] },
    ];
    const { candidates, lines } = createRouter({ providers, routes: routes(list) }).plan(charge());
    expect(candidates).toEqual(['beta']);
    expect(lines.slice(1).map(({ rule }) => rule)).toEqual(['one', 'two']);
  });

  it('gives the first reason of several: provenance before capability before exclusion', () => {
    const able = [provider('alpha', {}, ['charge']), provider('beta', {}, ['charge']), provider('gamma')];
    const router = createRouter({
      providers: able,
      routes: routes([{ name: 'no', exclude: ['alpha', 'beta', 'gamma'] }]),
    });
    const reasons = router.plan(charge({ source: token('beta') })).lines.map(({ reason }) => reason.slice(0, 30));
    expect(reasons).toEqual([
      'left out: the token was issued',
      'left out: cannot charge',
      'left out: the token was issued',
    ]);
  });

  it('tells that the token decides, to the issuer and to the others', () => {
    const { candidates, lines } = createRouter({ providers }).plan(charge({ source: token('beta') }));
    expect(candidates).toEqual(['beta']);
    expect(lines.map(({ provider: id, reason }) => `${id}: ${reason}`)).toEqual([
      'beta: chosen: the token was issued by it',
      'alpha: left out: the token was issued by "beta", and no other provider can use it',
      'gamma: left out: the token was issued by "beta", and no other provider can use it',
    ]);
  });

  it('keeps a token with its issuer though the rules send new payments elsewhere, unless they exclude the issuer', () => {
    const elsewhere = { name: 'elsewhere', try: ['alpha'] };
    const asked = charge({ source: token('beta') });
    expect(createRouter({ providers, routes: routes([elsewhere]) }).plan(asked).candidates).toEqual(['beta']);
    const excluding = routes([elsewhere, { name: 'no beta', exclude: ['beta'] }]);
    expect(createRouter({ providers, routes: excluding }).plan(asked).candidates).toEqual([]);
  });

  it('keeps customers and 3-D Secure results with the provider that issued them', () => {
    const router = createRouter({ providers });
    for (const kind of ['customer', 'three_d_secure'] as const) {
      const asked = charge({}, { bindings: [{ kind, provider: 'gamma' }] });
      expect(router.plan(asked).candidates, kind).toEqual(['gamma']);
    }
  });

  it('is empty when two providers have issued something that the payment needs', () => {
    const asked = charge({ source: token('alpha') }, { bindings: [{ kind: 'three_d_secure', provider: 'beta' }] });
    const { candidates, lines } = createRouter({ providers }).plan(asked);
    expect(candidates).toEqual([]);
    expect(lines.every(({ reason }) => reason.includes('was issued by'))).toBe(true);
  });

  it('leaves out who cannot do it, and says what they cannot do', () => {
    const some = [
      provider('no port', {}, ['charge']),
      provider('no currency', { currencies: ['USD'] }),
      provider('no page', { sources: ['card', 'token'] }),
      provider('no tokens', { tokenize: 'never' }),
      provider('able'),
    ];
    const asked = charge({ source: { kind: 'hosted' }, storeCard: { usage: ['oneclick'] } });
    const { candidates, lines } = createRouter({ providers: some }).plan(asked);
    expect(candidates).toEqual(['able']);
    expect(lines.slice(1).map(({ reason }) => reason)).toEqual([
      'left out: cannot charge',
      'left out: does not take EUR',
      'left out: has no payment page',
      'left out: issues no tokens, and one is asked for',
    ]);
  });

  it('tokenizes by a payment only where the request allows one', () => {
    const some = [provider('by payment', { tokenize: 'on_payment' }), provider('free', { tokenize: 'standalone' })];
    const router = createRouter({ providers: some });
    const plan = (onPayment: 'allow' | 'refuse') => {
      const [amount, description] = [Money.parse('10.00', 'EUR'), 'Books'];
      const request = {
        amount,
        description,
        source: { kind: 'card' as const, card: visa },
        usage: ['oneclick' as const],
        onPayment,
      };
      return router.plan({ operation: 'tokenize', key: 'k', at: 0, request }).candidates;
    };
    expect(plan('refuse')).toEqual(['free']);
    expect(plan('allow')).toEqual(['by payment', 'free']);
  });

  it('without routes has all who can do it, in the order given', () => {
    const { candidates, lines } = createRouter({ providers }).plan(charge());
    expect(candidates).toEqual(ids);
    expect(lines.map(({ reason }) => reason)).toEqual(ids.map(() => 'in the order given'));
  });

  it('has all who can do it when no rule matches, and says that none did', () => {
    const router = createRouter({
      providers,
      routes: routes([{ name: 'dollars', if: { currency: 'USD' }, try: ['beta'] }]),
    });
    expect(router.plan(charge()).candidates).toEqual(ids);
    expect(router.plan(charge()).lines[0]?.reason).toBe('no rule matches: in the order given');
  });

  it('follows the first rule that matches, and leaves out whom it does not name unless they are to follow', () => {
    const list = [
      { name: 'first', try: ['gamma', 'alpha'] },
      { name: 'second', try: ['beta'] },
    ];
    const { candidates, lines } = createRouter({ providers, routes: routes(list) }).plan(charge());
    expect(candidates).toEqual(['gamma', 'alpha']);
    expect(lines).toEqual([
      { provider: 'gamma', chosen: true, reason: 'chosen by rule "first": number 1 of 2', rule: 'first' },
      { provider: 'alpha', chosen: true, reason: 'chosen by rule "first": number 2 of 2', rule: 'first' },
      { provider: 'beta', chosen: false, reason: 'left out: not named by rule "first"', rule: 'first' },
    ]);
    const following = createRouter({ providers, routes: routes([{ name: 'f', try: ['gamma'], others: 'follow' }]) });
    expect(following.plan(charge()).candidates).toEqual(['gamma', 'alpha', 'beta']);
  });

  it('cannot be changed by who reads it', () => {
    const router = createRouter({
      providers,
      routes: routes([
        { name: 'a', try: ['alpha'] },
        { name: 'b', exclude: ['beta'] },
      ]),
    });
    const before = JSON.stringify(router.plan(charge()));
    for (const line of router.plan(charge()).lines) {
      try {
        Object.assign(line, { reason: 'changed' });
      } catch {
        // It is frozen.
      }
    }
    expect(JSON.stringify(router.plan(charge()))).toBe(before);
  });
});
