import { requireOwnToken } from '@ducat/adapter-kit';
import type { CardSource, PaymentSource, TokenSource } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { z } from 'zod';
import type { PayCrossRequestOptions } from './provider-options.ts';

const longestHolder = 35;

/** PayCross "Tokenization": the holder's name has at most 35 characters. */
export function checkHolder(value: unknown, issues: z.core.$RefinementCtx): void {
  const { source } = value as { source?: PaymentSource };
  if (source?.kind === 'card' && (source.card.holder?.length ?? 0) > longestHolder) {
    issues.addIssue({ code: 'custom', path: ['source', 'card', 'holder'], message: `must have at most ${longestHolder} characters` });
  }
}

/** The `credit_card` section. @throws DucatError `unsupported` for the hosted page, which is another API of PayCross. */
export function toWireSource(source: PaymentSource, provider: string, options: PayCrossRequestOptions): object {
  if (source.kind === 'hosted') {
    const message = 'source.kind: the hosted checkout of PayCross is another API; give a card or a token';
    throw new DucatError({ code: 'unsupported', message, effect: 'none', issues: [{ path: 'source.kind', message }] });
  }
  return {
    ...toWireCard(source, provider, 'source'),
    skip_three_d_secure_verification: options.skipThreeDSecure,
    force_three_d_secure_verification: options.forceThreeDSecure,
  };
}

/** A card or token as PayCross takes it, for the sections `credit_card` and `recipient_credit_card`. */
export function toWireCard(source: CardSource | TokenSource, provider: string, path: string): object {
  if (source.kind === 'token') {
    requireOwnToken(source, provider, path);
    return { token: source.token.value, verification_value: source.securityCode };
  }
  const { card } = source;
  return {
    number: card.number,
    verification_value: card.securityCode,
    holder: card.holder,
    exp_month: String(card.expiryMonth).padStart(2, '0'),
    exp_year: String(card.expiryYear),
  };
}
