/** What the pages say. Every text is escaped: markup in it is shown, not obeyed. */
export interface PageTexts {
  /** BCP 47, for screen readers and hyphenation: `en`, `uk`, `pt-BR`. */
  readonly language: string;
  /** Title and heading of the page that sends the shopper to the bank. */
  readonly heading: string;
  /** Read aloud while the browser goes on by itself. */
  readonly sending: string;
  /** The button for browsers that do not go on by themselves. */
  readonly button: string;
  /** When there is nothing to show: the shopper acts in the bank's app. */
  readonly waiting: string;
  /** The link to press when the shopper has acted. */
  readonly done: string;
  /** Heading of what cannot be shown. */
  readonly problem: string;
  /** The link is wrong. */
  readonly wrongLink: string;
  /** What the shopper can do when something failed here. */
  readonly reload: string;
}

export const englishTexts: PageTexts = {
  language: 'en',
  heading: 'Confirm your payment',
  sending: 'Your bank asks you to confirm this payment. You are being taken to its page.',
  button: 'Go to the bank',
  waiting: 'Confirm this payment in the app of your bank, then come back here.',
  done: 'I have confirmed it',
  problem: 'This page cannot be shown',
  wrongLink: 'The link is wrong or incomplete. Go back to the shop: it knows how your payment stands.',
  reload: 'Something failed for a moment. Load this page again; you will not pay twice.',
};
