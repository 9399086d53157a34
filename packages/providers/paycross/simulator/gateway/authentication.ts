import type { SimulatedRequest } from '@ducat/simulator';

export interface Account {
  readonly shopId: string;
  readonly secretKey: string;
}

/** The same pair authenticates the merchant here and the platform in webhooks. */
export function basicCredentials({ shopId, secretKey }: Account): string {
  return `Basic ${Buffer.from(`${shopId}:${secretKey}`).toString('base64')}`;
}

export function isAuthenticated(request: SimulatedRequest, account: Account): boolean {
  return request.headers['authorization'] === basicCredentials(account);
}
