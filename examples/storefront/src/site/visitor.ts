import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Session, Sessions } from '../shop/session.ts';

/** What the middleware leaves for the pages. */
interface Variables {
  readonly session: Session;
}

export interface SiteEnvironment {
  readonly Variables: Variables;
}

/** In earnest, over https, it is `__Host-shop`, with Secure. */
const cookie = 'shop';

/** Knows visitors by a cookie that no script sees and no other site sends. */
export function visitors(sessions: Sessions): MiddlewareHandler<SiteEnvironment> {
  return async (context, next) => {
    let session = sessions.find(getCookie(context, cookie));
    if (session === undefined) {
      session = sessions.begin();
      setCookie(context, cookie, session.id, { httpOnly: true, sameSite: 'Lax', path: '/' });
    }
    context.set('session', session);
    await next();
  };
}
