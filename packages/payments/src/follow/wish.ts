import type { Money } from '@ducat/core';
import type { FollowingOperation } from '../model/operation.ts';

/** What a following operation wants to do. */
export interface Wish {
  readonly kind: FollowingOperation;
  readonly amount: Money;
  /** The capture to be refunded, where there are several. */
  readonly capture?: string | undefined;
}
