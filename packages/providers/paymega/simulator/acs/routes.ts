import type { Route } from '../http/router.ts';
import type { World } from '../world.ts';
import { answerChallenge, openChallenge, openPaymentAuthentication } from './pages.ts';

/** The issuer's pages; paths as in the host-to-host page's samples. */
export function acsRoutes(world: World): readonly Route[] {
  const opening = (['GET', 'POST'] as const).flatMap((method): Route[] => [
    { method, path: '/acspage/cap', handle: (request) => openPaymentAuthentication(world, request) },
    { method, path: '/acspage/challenge', handle: (request) => openChallenge(world, request) },
  ]);
  return [
    ...opening,
    { method: 'POST', path: '/acspage/answer', handle: (request) => answerChallenge(world, request) },
  ];
}
