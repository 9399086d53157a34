/** Send the shopper's browser to the URL with GET. */
export interface RedirectAction {
  readonly kind: 'redirect';
  readonly url: string;
}

/**
 * Let the shopper's browser post a form, submitted by itself. Field names differ by acquirer and 3-D Secure version
 * (`PaReq`, `MD`, `TermUrl`, `creq`, ...): render every field as it is, escaped, and add none.
 */
export interface FormPostAction {
  readonly kind: 'form_post';
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Nothing to show: the shopper acts elsewhere (a banking app, for example). Wait for the webhook or look up. */
export interface WaitAction {
  readonly kind: 'wait';
}

/** What has to happen at the shopper's side before the payment can go on. */
export type Action = RedirectAction | FormPostAction | WaitAction;
