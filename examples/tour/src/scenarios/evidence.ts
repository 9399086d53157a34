import { order } from './requests.ts';
import type { Stage } from './stage.ts';

/** How a merchant learns what became of a payment: it asks, and it is told. A forged message tells nothing. */
export async function gatherEvidence(stage: Stage): Promise<void> {
  const { world } = stage;
  const { provider, cards, merchant } = world;
  const attempt = stage.attempt();
  const { reference } = attempt;

  await stage.play({ operation: 'lookup', story: 'before the payment', expected: 'not_found' }, () =>
    provider.lookup({ operation: 'charge', reference }),
  );
  await stage.play({ operation: 'charge', story: 'card, to be looked up', expected: 'approved' }, () =>
    provider.charge({ ...order(world, '10.07'), source: { kind: 'card', card: cards.approved } }, attempt),
  );
  await stage.play({ operation: 'lookup', story: 'by own reference', expected: 'found' }, () =>
    provider.lookup({ operation: 'charge', reference }),
  );

  const message = await merchant.webhookAbout(reference);
  await stage.play({ operation: 'webhook', story: 'signed by the provider', expected: 'accepted' }, () =>
    provider.webhook(message),
  );
  const forged = Buffer.from(message.body);
  const last = forged.lastIndexOf('}');
  forged[last] = ' '.charCodeAt(0);
  await stage.play({ operation: 'webhook', story: 'one byte changed', expected: 'invalid_signature' }, () =>
    provider.webhook({ headers: message.headers, body: forged }),
  );
}
