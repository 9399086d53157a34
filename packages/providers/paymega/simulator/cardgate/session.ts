import { createHmac } from 'node:crypto';

import type { Clock, Random } from '@ducat/simulator';

export interface Session {
  /** Like `cgi_8A8vc28Hr15D8tZ3`. */
  readonly sid: string;
  readonly invoiceId: string;
}

export interface SessionBook {
  open(invoiceId: string): Session;
  bySid(sid: string): Session | undefined;
  /** The current bearer token; a new one once the last has expired. */
  bearer(session: Session): string;
  /** Undefined for an unknown or expired token. */
  byBearer(token: string): Session | undefined;
}

interface IssuedToken {
  readonly session: Session;
  readonly token: string;
  readonly expires: number;
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export function createSessionBook(clock: Clock, random: Random, lifetimeSeconds: number): SessionBook {
  const sessions = new Map<string, Session>();
  const newest = new Map<string, IssuedToken>();
  const issued = new Map<string, IssuedToken>();
  const secret = random.identifier(32);

  const issue = (session: Session): IssuedToken => {
    const expires = Math.floor(clock.now() / 1000) + lifetimeSeconds;
    const header = encode({ typ: 'JWT', alg: 'HS256' });
    const claims = encode({ sid: session.sid, expires: null, exp: expires });
    const signature = createHmac('sha256', secret).update(`${header}.${claims}`).digest('base64url');
    return { session, token: `${header}.${claims}.${signature}`, expires };
  };

  const isValid = (entry: IssuedToken): boolean => clock.now() < entry.expires * 1000;

  return {
    open(invoiceId) {
      const session = { sid: `cgi_${random.identifier(16)}`, invoiceId };
      sessions.set(session.sid, session);
      return session;
    },
    bySid: (sid) => sessions.get(sid),
    bearer(session) {
      const last = newest.get(session.sid);
      if (last !== undefined && isValid(last)) return last.token;
      const entry = issue(session);
      newest.set(session.sid, entry);
      issued.set(entry.token, entry);
      return entry.token;
    },
    byBearer(token) {
      const entry = issued.get(token);
      return entry !== undefined && isValid(entry) ? entry.session : undefined;
    },
  };
}
