import type { Card } from './card.ts';
import type { CardToken } from './card-token.ts';
import type { Secret } from './secret.ts';
import type { Initiator, StoredCredentialUsage } from './stored-credential.ts';

/** A card whose data the merchant has in hand. Using it puts the merchant in the full scope of PCI DSS. */
export interface CardSource {
  readonly kind: 'card';
  readonly card: Card;
}

/** A stored card. It goes to the provider that issued the token and to no other. */
export interface TokenSource {
  readonly kind: 'token';
  readonly token: CardToken;
  /** The usage that was agreed when the card was stored. */
  readonly usage: StoredCredentialUsage;
  readonly initiator: Initiator;
  /** The security code, when the customer was asked for it again (`oneclick`). */
  readonly securityCode?: Secret;
}

/** The provider's own payment page: the outcome is `action_required` with a redirect. */
export interface HostedSource {
  readonly kind: 'hosted';
}

/** Where the money comes from. */
export type PaymentSource = CardSource | TokenSource | HostedSource;
