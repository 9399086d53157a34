import type { RoutedRequest } from './router.ts';
import { refusal } from './refusal.ts';

export function requireAccount(request: RoutedRequest, accountId: string, apiKey: string): void {
  const expected = `Basic ${Buffer.from(`${accountId}:${apiKey}`).toString('base64')}`;
  if (request.headers['authorization'] === expected) return;
  throw refusal(401, 'unauthorized', 'Account ID or API key is invalid.', undefined, {
    'www-authenticate': 'Basic realm="Private API"',
  });
}
