/**
 * What a stored credential (a card kept as a token) may be used for:
 * - `recurring`: later payments without the shopper;
 * - `oneclick`: later payments by the shopper, who gives the security code again and may be challenged;
 * - `credit`: paying out to the card.
 */
export type StoredCredentialUsage = 'recurring' | 'oneclick' | 'credit';

/** Who starts a payment with a stored credential: the customer on the merchant's page, or the merchant alone. */
export type Initiator = 'customer' | 'merchant';
