import type { CardToken, StoredCredentialUsage } from '@ducat/core';
import { strict as assert } from 'node:assert';
import type { Stage } from '../../stage.ts';
import { approved } from '../../stage.ts';

/** A card that was stored, and the attempt that stored it. */
export interface Stored {
  readonly token: CardToken;
  readonly reference: string;
}

/** Stores the approved card of `customer-1`, with a payment where the provider stores none without. */
export async function store(
  stage: Stage,
  usage: readonly StoredCredentialUsage[] = ['recurring'],
  amount = '2.50',
): Promise<Stored> {
  const context = stage.attempt();
  const source = { kind: 'card', card: stage.card() } as const;
  const request = { ...stage.order(amount), source, usage, onPayment: 'allow' } as const;
  const { token, providerReference } = approved(await stage.provider.tokenize(request, context));
  const { reference } = context;
  if (token !== undefined) return { token, reference };
  // "Absent though asked for means: not issued yet; a lookup may bring it."
  const found = await stage.provider.lookup({ operation: 'tokenize', providerReference });
  assert(found.status === 'found', 'the tokenization is not found');
  const { outcome } = found.transactions[0];
  assert(outcome.status === 'approved' && outcome.token !== undefined, 'the card was stored and there is no token');
  return { token: outcome.token, reference };
}
