/** What happens to a payment once its card is known. */
export type Verdict =
  | { readonly kind: 'approved' }
  | { readonly kind: 'declined'; readonly resolution: string }
  /** Stays as it is until a test settles it. */
  | { readonly kind: 'pending'; readonly resolution: string; readonly moderation: boolean };

export interface Decision {
  readonly challenge: '1' | '2' | undefined;
  readonly verdict: Verdict;
}

export const approved: Verdict = { kind: 'approved' };

export function declined(resolution: string): Verdict {
  return { kind: 'declined', resolution };
}

export function pending(resolution = 'ok', moderation = false): Verdict {
  return { kind: 'pending', resolution, moderation };
}
