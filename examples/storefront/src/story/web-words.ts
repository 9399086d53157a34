import type { WebEvent } from '@ducat/web';
import type { Happening } from './panel.ts';

/** What the web handlers tell, in words. The reasons are for operators; a shop would show them to nobody else. */
export function tellWebEvent(event: WebEvent): { happening: Omit<Happening, 'at'>; payment: string | undefined } {
  const payment = 'payment' in event ? event.payment : undefined;
  return { happening: { by: byOf(event), ...wordsOf(event) }, payment };
}

function byOf({ type }: WebEvent): Happening['by'] {
  return type.startsWith('webhook') ? 'provider' : 'browser';
}

function wordsOf(event: WebEvent): Pick<Happening, 'title' | 'detail'> {
  switch (event.type) {
    case 'webhook_received':
      return {
        title: `A webhook of ${event.provider} is stored`,
        detail: `${event.status}, and only then answered 200`,
      };
    case 'webhook_refused':
      return { title: `A webhook is refused with ${event.answered}`, detail: event.reason };
    case 'webhook_failed':
      return { title: `A webhook has to come again (${event.answered})`, detail: event.reason };
    case 'challenge_shown':
      return { title: 'The browser goes to the bank', detail: howShown[event.action] };
    case 'challenge_refused':
      return { title: 'The way to the bank was refused', detail: event.reason };
    case 'shopper_returned':
      return { title: 'The shopper is back', detail: `the provider was asked: ${event.status.replaceAll('_', ' ')}` };
    case 'answer_ignored':
      return { title: 'What the browser brought is no answer of a bank', detail: event.reason };
    case 'link_refused':
      return { title: 'A link that the shop never made', detail: event.reason.replaceAll('_', ' ') };
    case 'page_failed':
      return { title: `A page failed with ${event.answered}`, detail: event.reason };
  }
}

const howShown = {
  form_post: 'by a form that submits itself',
  redirect: 'by a redirect',
  wait: 'in an app: the page waits',
} as const;
