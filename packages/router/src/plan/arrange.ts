import type { Choice } from '../choose/choose.ts';
import type { Circuits } from '../choose/circuit.ts';
import { hashOf, shareOf } from '../choose/hash.ts';
import type { RoutingFacts } from '../facts.ts';
import type { PlanLine } from '../plan.ts';
import type { Routes } from '../routes/routes.ts';

const probeSeed = hashOf('probe', 0);

/** Puts providers whose circuit is open after all others, or leaves them out. */
export function arrangeByCircuits(
  choices: readonly Choice[],
  { at, key }: RoutingFacts,
  left: (PlanLine | undefined)[],
  circuits: Circuits,
  settings: Routes['circuit'],
): readonly Choice[] {
  if (choices.every(({ provider }) => circuits.stateOf(provider, at) === 'closed')) return choices;
  const { probePercent = 10, whenOpen = 'last' } = settings === false ? {} : (settings ?? {});
  const isProbe = shareOf(key, probeSeed) * 100 < probePercent;
  const sound: Choice[] = [];
  const failing: Choice[] = [];
  for (const { provider, line } of choices) {
    const state = circuits.stateOf(provider, at);
    if (state === 'open' && whenOpen === 'leave_out') {
      const until = new Date(circuits.opensUntil(provider)).toISOString();
      left[provider] = {
        provider: line.provider,
        chosen: false,
        reason: `left out: its circuit is open until ${until}`,
      };
    } else if (state === 'open') {
      failing.push({ provider, line: { ...line, reason: `${line.reason}; its circuit is open: after all others` } });
    } else if (state === 'probing' && isProbe) {
      sound.push({ provider, line: { ...line, reason: `${line.reason}; to see whether it is back` } });
    } else if (state === 'probing') {
      failing.push({ provider, line: { ...line, reason: `${line.reason}; its circuit was open: after all others` } });
    } else {
      sound.push({ provider, line });
    }
  }
  return [...sound, ...failing];
}
