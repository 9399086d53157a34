/** What authentication says: the letter of the authentication result, and what it takes to get it. */
export interface Authentication {
  readonly version: 1 | 2;
  readonly flow: 'frictionless' | 'challenge' | 'rejected';
  readonly result: 'Y' | 'A' | 'U' | 'R' | 'N';
}

export interface IssuedCard {
  readonly number: string;
  /** Absent: the card does not take part in 3-D Secure. */
  readonly authentication?: Authentication;
  /** Processing code of the acquirer once authentication, if any, is done. Absent: approved. */
  readonly code?: string;
}

const frictionless = (number: string, result: 'Y' | 'A'): IssuedCard => ({
  number,
  authentication: { version: 2, flow: 'frictionless', result },
});
const challenge = (number: string): IssuedCard => ({
  number,
  authentication: { version: 2, flow: 'challenge', result: 'Y' },
});
const rejected = (number: string, result: 'U' | 'R' | 'N'): IssuedCard => ({
  number,
  authentication: { version: 2, flow: 'rejected', result },
});

/** Test cards of the platform's documentation by what they do in a transaction with `test: true`. */
export interface PublishedCards {
  readonly approved: IssuedCard;
  readonly declined: IssuedCard;
  readonly frictionless: IssuedCard;
  readonly frictionlessMastercard: IssuedCard;
  readonly attempted: IssuedCard;
  readonly attemptedMastercard: IssuedCard;
  readonly challenge: IssuedCard;
  readonly challengeMastercard: IssuedCard;
  readonly unavailable: IssuedCard;
  readonly unavailableMastercard: IssuedCard;
  readonly rejected: IssuedCard;
  readonly rejectedMastercard: IssuedCard;
  readonly notAuthenticated: IssuedCard;
  readonly notAuthenticatedMastercard: IssuedCard;
  /** Incomplete in the official client's tests of 3-D Secure 1. */
  readonly threeDSecureOne: IssuedCard;
  readonly approvedBelkart: IssuedCard;
}

export const publishedCards: PublishedCards = {
  approved: { number: '4200000000000000' },
  declined: { number: '4005550000000019', code: 'F.0999' },
  frictionless: frictionless('4012000000001006', 'Y'),
  frictionlessMastercard: frictionless('5204240000015003', 'Y'),
  attempted: frictionless('4012000000001055', 'A'),
  attemptedMastercard: frictionless('5204240000015011', 'A'),
  challenge: challenge('4012000000001097'),
  challengeMastercard: challenge('5204240000015029'),
  unavailable: rejected('4012000000001022', 'U'),
  unavailableMastercard: rejected('5204240000015045', 'U'),
  rejected: rejected('4012000000001030', 'R'),
  rejectedMastercard: rejected('5204240000015052', 'R'),
  notAuthenticated: rejected('4012000000001014', 'N'),
  notAuthenticatedMastercard: rejected('5204240000015060', 'N'),
  threeDSecureOne: {
    number: '4012000000003010',
    authentication: { version: 1, flow: 'challenge', result: 'Y' },
  },
  approvedBelkart: { number: '9112300000000000' },
};
