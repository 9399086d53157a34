import type { Browser } from '@ducat/core';
import type { Fields } from './card-form.ts';

/** What 3-D Secure asks of the browser. A browser without scripts tells less, and may be asked more by its bank. */
export function readBrowser(headers: Headers, fields: Fields): Browser {
  const numbers = {
    colorDepth: whole(fields.get('colorDepth'), 48),
    screenWidth: whole(fields.get('screenWidth'), 100_000),
    screenHeight: whole(fields.get('screenHeight'), 100_000),
    windowWidth: whole(fields.get('windowWidth'), 100_000),
    windowHeight: whole(fields.get('windowHeight'), 100_000),
    timeZoneOffset: whole(fields.get('timeZoneOffset'), 840),
  };
  const known = Object.entries(numbers).filter(([, value]) => value !== undefined);
  return {
    ...shortened('acceptHeader', headers.get('accept')),
    ...shortened('userAgent', headers.get('user-agent')),
    ...language(headers.get('accept-language')),
    ...Object.fromEntries(known),
    javaEnabled: false,
    deviceChannel: '02',
  };
}

function whole(text: string | undefined, most: number): number | undefined {
  if (text === undefined || !/^-?\d{1,6}$/.test(text)) return undefined;
  const value = Number(text);
  return Math.abs(value) <= most && (value >= 0 || most === 840) ? value : undefined;
}

function shortened(name: 'acceptHeader' | 'userAgent', value: string | null): object {
  return value === null || value === '' ? {} : { [name]: value.slice(0, 2048) };
}

function language(header: string | null): object {
  const [first] = /^[a-z]{2}(?:-[A-Z]{2})?(?=[,;]|$)/.exec(header ?? '') ?? [];
  return first === undefined ? {} : { language: first };
}
