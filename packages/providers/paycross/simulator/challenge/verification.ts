import type { Random } from '@ducat/simulator';

import type { Authentication } from '../cards/published.ts';

/** 3-D Secure of one transaction. */
export interface Verification {
  readonly authentication: Authentication;
  /** The PaReq and PaRes exchange of 3-D Secure 1, by which the merchant may also talk to the server itself. */
  readonly onAccessServer: boolean;
  readonly merchantData: string;
  readonly transactionIdentifier: string;
  readonly authenticationValue: string;
  readonly directoryServerIdentifier: string;
}

const base64OfTwentyBytes = (random: Random): string =>
  Buffer.from(Array.from({ length: 20 }, () => random.integer(256))).toString('base64');

export function createVerification(authentication: Authentication, advanced: boolean, random: Random): Verification {
  return {
    authentication,
    onAccessServer: authentication.version === 1 || (advanced && authentication.flow === 'challenge'),
    merchantData: random.identifier(32),
    transactionIdentifier: base64OfTwentyBytes(random),
    authenticationValue: base64OfTwentyBytes(random),
    directoryServerIdentifier: random.uuid(),
  };
}
