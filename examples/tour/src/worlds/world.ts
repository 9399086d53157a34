import type { Action, Card, Port, Supporting, WebhookRequest } from '@ducat/core';

/** One provider and everything around it: its simulator on loopback, a shopper, the merchant's own URLs. */
export interface World {
  readonly provider: Supporting<Port>;
  /** Published test cards by what they do. */
  readonly cards: Readonly<Record<'approved' | 'challenged' | 'challengedBefore2' | 'declined', Card>>;
  /** Where the shopper returns to and where webhooks arrive. */
  readonly merchant: Merchant;
  /** Lets the shopper's browser do what the action says, approving every challenge, until it is back at the merchant. */
  shop(action: Action): Promise<ShopperReturn>;
  close(): Promise<void>;
}

export interface Merchant {
  readonly returnUrl: string;
  readonly webhookUrl: string;
  /** The merchant's own address for the answer of a 3-D Secure 1 ACS. */
  readonly termUrl: string;
  /** The next webhook whose body mentions the text; waits for it for at most two seconds. */
  webhookAbout(text: string): Promise<WebhookRequest>;
  close(): Promise<void>;
}

/** The request with which the browser came back. */
export interface ShopperReturn {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body: string;
}
