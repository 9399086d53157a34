import type { ChallengeAnswer } from '@ducat/core';
import { invalidRequest } from '@ducat/core';
import { isSecureUrl } from '@ducat/validation';
import type { Call } from '../port/call.ts';
import type { Transport } from '../transport/transport.ts';

/**
 * Hands the ACS's answer to the URL that the provider named, unchanged and by the same method. The host must be one of
 * the given ones and of the transport's origins. What comes back is made for a browser and is not looked at: the
 * outcome is asked for separately.
 */
export async function relayAnswer(
  transport: Transport,
  url: string,
  hosts: readonly string[],
  answer: ChallengeAnswer,
  call: Call,
): Promise<void> {
  if (!isSecureUrl(url) || !hosts.includes(new URL(url).host)) {
    throw invalidRequest('continuation', 'names an address for the answer that is not one of this provider');
  }
  const { origin, pathname, search } = new URL(url);
  call.begun = true;
  if (answer.method === 'GET') {
    const query = [search.replace(/^\?/, ''), answer.query ?? ''].filter((part) => part !== '').join('&');
    const path = query === '' ? pathname : `${pathname}?${query}`;
    await transport.send({ method: 'GET', origin, path, headers: {} }, call.budget);
  } else {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await transport.send(
      { method: 'POST', origin, path: pathname + search, headers, body: answer.body ?? '' },
      call.budget,
    );
  }
}
