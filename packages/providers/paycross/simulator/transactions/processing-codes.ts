// The platform's published processing codes; the wording is the simulator's own where no page shows it.
const messages: Readonly<Record<string, string>> = {
  'S.0000': 'Successfully processed',
  'P.0001': 'Processing',
  'F.0100': 'Account is blocked',
  'F.0101': 'Account was not found',
  'F.0102': 'Authentication error',
  'F.0103': 'Signature is invalid',
  'F.0104': 'Operation is not allowed',
  'F.0105': 'Do not honor',
  'F.0106': 'Terminal error',
  'F.0107': 'Merchant account error',
  'F.0108': 'Duplicate transaction or order',
  'F.0109': 'Order has expired',
  'F.0110': 'Order was not found',
  'F.0111': 'Card has expired',
  'F.0112': 'Security code check failed',
  'F.0113': 'Currency is not supported',
  'F.0114': 'Insufficient funds',
  'F.0115': 'Suspected fraud at the acquirer',
  'F.0116': 'Suspected fraud at the issuer',
  'F.0117': 'Temporary error of the payment system',
  'F.0118': 'Permanent error of the payment system',
  'F.0119': 'Temporary error of the issuer',
  'F.0120': 'Permanent error of the issuer',
  'F.0121': "Temporary error of the customer's payment system",
  'F.0122': "Permanent error of the customer's payment system",
  'F.0123': 'Amount limit exceeded',
  'F.0124': 'Count limit exceeded',
  'F.0125': 'Limit exceeded',
  'F.0126': 'Wallet data is invalid',
  'F.0127': 'Card data is invalid',
  'F.0128': 'Request parameters are invalid',
  'F.0129': '3-D Secure error of the payment system',
  'F.0130': '3-D Secure error of the issuer',
  'F.0131': 'Confirmation code is wrong',
  'F.0132': 'Rejected by the client',
  'F.0133': 'Phone number is wrong',
  'F.0134': 'SMS key is wrong',
  'F.0135': 'The previous operation is still running',
  'F.0996': 'Not verified',
  'F.0997': 'Unknown transaction',
  'F.0998': 'The customer did not finish the payment',
  'F.0999': 'Payment was declined',
};

export const approvedCode = 'S.0000';
export const incompleteCode = 'P.9998';
export const orderExpiredCode = 'F.0109';
export const authenticationFailedCode = 'F.0130';
export const abandonedCode = 'F.0998';

/** Null for `incomplete`, as in the official client's tests. */
export function messageOf(code: string): string | null {
  if (code === incompleteCode) return null;
  return messages[code] ?? (code.startsWith('F.') ? 'Payment was declined' : 'Processing');
}

const friendlyMessages: Readonly<Record<string, string>> = {
  S: 'The operation was successful.',
  P: 'The operation is not finished yet.',
};

export function friendlyMessageOf(code: string): string {
  return friendlyMessages[code.charAt(0)] ?? 'The operation was declined. Please try another card.';
}
