import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PageName } from '../event.ts';

/** What a link says. */
export interface LinkTarget {
  readonly payment: string;
  /** Where the shopper goes at the end, when it is not the usual place. */
  readonly resultUrl?: string;
}

/**
 * Links for the shopper's browser. There are no cookies on the way back from a bank (its POST comes from another site), so
 * the link itself says which payment it is about. All of it stands in the path: some banks call no address that has a
 * query. It is signed, so that nobody sees the challenge of another shopper by counting order numbers.
 */
export interface LinkBook {
  /** The last part of the path. */
  write(page: PageName, target: LinkTarget): string;
  /** `undefined`: it was not written here, or for another page. */
  read(page: PageName, token: string): LinkTarget | undefined;
}

const token = /^([A-Za-z0-9_-]{1,40})(?:\.([A-Za-z0-9_-]{1,1024}))?\.([A-Za-z0-9_-]{22})$/;

const markBytes = 16;

/** The first key signs; all of them are accepted, so that a key can be replaced while payments are under way. */
export function createLinkBook(keys: readonly [string, ...string[]]): LinkBook {
  return {
    write(page, { payment, resultUrl }) {
      const target = resultUrl === undefined ? '' : Buffer.from(resultUrl, 'utf8').toString('base64url');
      const parts = [payment, ...(target === '' ? [] : [target])];
      return [...parts, markOf(keys[0], page, payment, target)].join('.');
    },
    read(page, text) {
      const [, payment, target = '', mark] = token.exec(text) ?? [];
      if (payment === undefined || mark === undefined) return undefined;
      const given = Buffer.from(mark);
      const isOurs = keys.some((key) => timingSafeEqual(given, Buffer.from(markOf(key, page, payment, target))));
      if (!isOurs) return undefined;
      return target === '' ? { payment } : { payment, resultUrl: Buffer.from(target, 'base64url').toString('utf8') };
    },
  };
}

function markOf(key: string, page: PageName, payment: string, target: string): string {
  const text = ['ducat-link.1', page, payment, target].join('\n');
  return createHmac('sha256', key).update(text).digest().subarray(0, markBytes).toString('base64url');
}
