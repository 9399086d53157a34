import type { Route } from '../http/router.ts';
import type { World } from '../world.ts';
import { acceptChallengeReturn } from './challenge-return.ts';
import { showHostedPage, submitHostedPage } from './hosted-page.ts';
import { sale } from './sale.ts';

/** The pages show the return endpoint on either host, with a path of its own on each. */
export function challengeReturnRoutes(world: World, path: string): readonly Route[] {
  return (['GET', 'POST'] as const).map((method) => ({
    method,
    path,
    handle: (request) => acceptChallengeReturn(world, request),
  }));
}

export function cardgateRoutes(world: World): readonly Route[] {
  return [
    { method: 'POST', path: '/payment/sale', handle: (request) => sale(world, request) },
    { method: 'GET', path: '/hpp/:sid', handle: (request) => showHostedPage(world, request) },
    { method: 'POST', path: '/hpp/:sid', handle: (request) => submitHostedPage(world, request) },
    ...challengeReturnRoutes(world, '/complete-auth'),
  ];
}
