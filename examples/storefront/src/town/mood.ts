/** What a provider is like at the moment. Visitors switch it. */
export type Mood = 'well' | 'declines' | 'down' | 'loses_answers' | 'slow_webhooks';

/** What the switch says. */
export const moods: Readonly<Record<Mood, string>> = {
  well: 'works',
  declines: 'declines every card',
  down: 'is down',
  loses_answers: 'the answer gets lost',
  slow_webhooks: 'is slow, and so is its webhook',
};

export function isMood(text: unknown): text is Mood {
  return typeof text === 'string' && Object.hasOwn(moods, text);
}

/** How long a slow bank takes to decide. */
export const bankMilliseconds = 2000;

/** How late webhooks come when anything is wrong. */
export const webhookMilliseconds = 6000;
