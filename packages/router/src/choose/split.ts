import type { Choice, Choose } from './choose.ts';
import { chosenBy } from './choose.ts';
import { hashOf, shareOf } from './hash.ts';

interface Share {
  readonly provider: number;
  readonly percent: number;
  readonly seed: number;
  readonly drawn: Choice;
  readonly next: Choice;
}

interface Drawn {
  readonly share: Share;
  readonly score: number;
}

/**
 * Providers by their shares of payments. Each one's score is drawn from the operation's key alone (weighted rendezvous
 * hashing), so a repeat goes the same way; when one cannot be had, only its own payments go elsewhere, to the others by
 * their shares; and when shares are changed, no more payments move than have to. No percent: only after all others.
 */
export function chooseBySplit(
  rule: string,
  shares: readonly { readonly provider: number; readonly percent: number }[],
  ids: readonly string[],
): Choose {
  const prepared = shares.map(({ provider, percent }): Share => {
    const id = ids[provider] ?? '';
    return {
      provider,
      percent,
      seed: hashOf(id, 0),
      drawn: { provider, line: chosenBy(rule, id, `one of its ${percent} % of payments`) },
      next: { provider, line: chosenBy(rule, id, 'after the one that its split drew') },
    };
  });
  return ({ key }, free) => {
    const drawn: Drawn[] = [];
    for (const share of prepared) {
      if (!free.includes(share.provider)) continue;
      // Half a step keeps the share above zero, which has no logarithm.
      const score = -Math.log(shareOf(key, share.seed) + 2 ** -33) / share.percent;
      drawn.push({ share, score });
    }
    drawn.sort((left, right) =>
      left.score === right.score ? left.share.seed - right.share.seed : left.score - right.score,
    );
    return drawn.map(({ share }, place) => (place === 0 ? share.drawn : share.next));
  };
}
