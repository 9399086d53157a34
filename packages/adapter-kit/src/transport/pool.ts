import type { Pool as UndiciPool } from 'undici';
// @ts-expect-error: undici describes its front door only
import poolOfUndici from 'undici/lib/dispatcher/pool.js';

/**
 * undici's pool, without the rest of undici: its front door brings fetch, caches, cookies and web sockets as well, which
 * are two thirds of what importing it takes. See docs/decisions/0019.
 */
export const Pool: typeof UndiciPool = poolOfUndici as typeof UndiciPool;

export type Pool = UndiciPool;
