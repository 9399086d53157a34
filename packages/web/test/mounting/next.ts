import type { WebHandlers } from '@ducat/web';

/** What Next takes from a `route.ts`: functions by their method. It answers HEAD by GET, and other methods itself. */
export type NextRoute = Readonly<Record<'GET' | 'POST', (request: Request) => Promise<Response>>>;

/** In `app/payments/[...path]/route.ts`: `export const { GET, POST } = routeOnNext(web);` */
export function routeOnNext({ handle }: Pick<WebHandlers, 'handle'>): NextRoute {
  return { GET: handle, POST: handle };
}
