import type { Challenge } from '../acs/challenge.ts';
import type { World } from '../world.ts';

export interface AuthenticationPayload {
  readonly action: string;
  readonly method: 'GET' | 'POST';
  readonly params: Readonly<Record<string, string>>;
}

/** Both samples of the host-to-host page: the card gate with a scheme, the private API without. */
export function returnUrlFor(world: World, version: '1' | '2', pid: string): string {
  const { api, cardgate } = world.origins;
  if (world.settings.threeDSecure.termUrl === 'with_scheme') {
    return `${cardgate}/complete-auth?pid=${pid}`;
  }
  // Only a TermUrl was ever seen without a scheme; 3-D Secure 2 has none to show.
  return `${version === '1' ? new URL(api).host : api}/3ds-return?pid=${pid}`;
}

/** As the samples show it: unpadded base64 of the pid. */
export function merchantDataOf(pid: string): string {
  return Buffer.from(pid).toString('base64').replace(/=+$/, '');
}

export function authenticationPayload(world: World, challenge: Challenge): AuthenticationPayload {
  const { method } = world.settings.threeDSecure;
  const { version, rid, requestMessage, pid, returnUrl } = challenge;
  const path = version === '1' ? '/acspage/cap' : '/acspage/challenge';
  const query = version === '1' ? `?RID=${rid}&VAA=A` : `?id=${rid}`;
  // A browser that submits a GET form throws the action's own query away.
  const action = `${world.origins.acs}${path}${method === 'POST' ? query : ''}`;
  const params: Record<string, string> =
    version === '1' ? { MD: merchantDataOf(pid), PaReq: requestMessage, TermUrl: returnUrl } : { creq: requestMessage };
  return { action, method, params };
}
