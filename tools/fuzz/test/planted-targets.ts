import type { Target } from '../src/target.ts';
import { soundOutcome, targetOf } from './planted.ts';

/** One parser that is sound, and three that take their thread along. A worker loads them by the address of this file. */
export async function allTargets(): Promise<readonly Target[]> {
  return [
    { ...targetOf(soundOutcome), name: 'planted.sound' },
    planted('planted.endless', () => {
      for (;;);
    }),
    planted('planted.silent', async () => new Promise(() => undefined)),
    planted('planted.fatal', () => process.exit(3)),
  ];
}

function planted(name: string, act: () => unknown): Target {
  return { ...targetOf((text) => (text.includes('__proto__') ? act() : soundOutcome(text))), name };
}
