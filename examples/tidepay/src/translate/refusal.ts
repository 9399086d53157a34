import { statusTable } from '@ducat/adapter-kit';
import type { DucatErrorDetails } from '@ducat/core';

type RefusalMeaning = Required<Pick<DucatErrorDetails, 'code' | 'effect' | 'retry'>>;

const without = (code: RefusalMeaning['code'], retry: RefusalMeaning['retry'] = 'never'): RefusalMeaning => ({
  code,
  effect: 'none',
  retry,
});

/** API page "Problems". A word that nobody has mapped proves nothing. */
export const refusalMeaning: (problem: string) => RefusalMeaning = statusTable<RefusalMeaning>(
  {
    who_are_you: without('authentication_failed'),
    bad_field: without('invalid_request'),
    not_paid: without('refused'),
    too_much: without('invalid_request'),
    no_such_thing: without('not_found'),
    slow_down: without('rate_limited', 'safe'),
    in_flight: { code: 'duplicate', effect: 'possible', retry: 'after_lookup' },
  },
  () => ({ code: 'unexpected_response', effect: 'possible', retry: 'after_lookup' }),
);
