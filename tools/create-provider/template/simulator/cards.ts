/** Template "Test cards". */
export const publishedCards = {
  approved: '4242424242424242',
  declined: '4000000000000002',
  insufficientFunds: '4000000000009995',
  processing: '4000000000000077',
} as const;

/** What the issuer says of a card; a card that nobody published is approved. */
export function decide(number: string): { readonly status: string; readonly declineCode?: string } {
  switch (number) {
    case publishedCards.declined:
      return { status: 'declined', declineCode: 'do_not_honor' };
    case publishedCards.insufficientFunds:
      return { status: 'declined', declineCode: 'insufficient_funds' };
    case publishedCards.processing:
      return { status: 'processing' };
    default:
      return { status: 'succeeded' };
  }
}
