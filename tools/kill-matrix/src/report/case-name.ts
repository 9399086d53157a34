import type { KillCase } from '../lane/kill-case.ts';
import { nameOfPoint } from '../matrix/point.ts';

/** `refund/paycross, post 2:after, repeats`. */
export function nameOfCase({ scenario, provider, kills, repeats }: KillCase): string {
  const points = kills.length === 0 ? 'nobody killed' : kills.map(nameOfPoint).join(' and then ');
  return `${scenario}/${provider}, ${points}, ${repeats ? 'repeats' : 'only recovers'}`;
}

/** The command that kills there again. */
export function replayOf({ scenario, provider, kills, repeats }: KillCase): string {
  const points = kills.map((point) => ` --step "${nameOfPoint(point)}"`).join('');
  return `pnpm kill-matrix --scenario ${scenario}/${provider}${points}${repeats ? ' --repeats' : ''}`;
}
