import { statusTable } from '@ducat/adapter-kit';
import type { DucatErrorDetails } from '@ducat/core';

type RefusalMeaning = Required<Pick<DucatErrorDetails, 'code' | 'effect' | 'retry'>>;

const without = (code: RefusalMeaning['code'], retry: RefusalMeaning['retry'] = 'never'): RefusalMeaning => ({
  code,
  effect: 'none',
  retry,
});

/** Template "Errors": what each code says of the request. A code that nobody has mapped proves nothing. */
export const refusalMeaning: (code: string) => RefusalMeaning = statusTable<RefusalMeaning>(
  {
    unauthorized: without('authentication_failed'),
    invalid_field: without('invalid_request'),
    wrong_state: without('refused'),
    transaction_not_found: without('not_found'),
    rate_limited: without('rate_limited', 'safe'),
    key_in_use: { code: 'duplicate', effect: 'possible', retry: 'after_lookup' },
  },
  () => ({ code: 'unexpected_response', effect: 'possible', retry: 'after_lookup' }),
);
