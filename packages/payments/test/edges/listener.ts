import type { PaymentsEvent, Subscriber } from '../../src/index.ts';

/** Takes events, and remembers them; fails as long as `fails` says so. */
export function listener(fails: (event: PaymentsEvent) => boolean = () => false): {
  readonly subscriber: Subscriber;
  readonly told: string[];
  readonly tried: string[];
} {
  const told: string[] = [];
  const tried: string[] = [];
  const subscriber: Subscriber = async (event) => {
    tried.push(`${event.key} ${event.type}`);
    if (fails(event)) throw new Error('the shop is down');
    told.push(`${event.key} ${event.type}`);
  };
  return { subscriber, told, tried };
}
