import { isSecureUrl } from '@ducat/adapter-kit';
import type { Action } from '@ducat/core';
import type { Form } from '../wire/form.ts';

/** The action that a form of the provider is, rendered whatever its parameters are called. */
export function toAction(form: Form): Action | undefined {
  const { action, method } = form;
  if (typeof action !== 'string' || !isSecureUrl(action)) return undefined;
  const fields = fieldsOf(form);
  if (method?.toUpperCase() === 'POST') return { kind: 'form_post', url: action, fields };
  return { kind: 'redirect', url: withQuery(action, new URLSearchParams(fields).toString()) };
}

// The action's own query stays letter by letter: an ACS may have signed it.
function withQuery(action: string, query: string): string {
  const url = new URL(action);
  if (query !== '') url.search = url.search === '' ? query : `${url.search}&${query}`;
  return url.href;
}

/** A 3-D Secure form whose answer comes to the merchant. */
export interface RelayedAction {
  readonly action: Action;
  /** The provider's own `TermUrl`, to which the answer is to be relayed; absent when the form was left as it is. */
  readonly relayTo?: string;
}

/**
 * Paymega "Host-to-host integration", 3-D Secure 1: `TermUrl` may be replaced by the merchant's, if the ACS's answer is
 * relayed to the original. It may lack its scheme. Where the original is not on one of the given hosts the form is left
 * as it is, and the shopper comes back through the platform.
 */
export function toRelayedAction(
  form: Form,
  termUrl: string | undefined,
  relayHosts: readonly string[],
): RelayedAction | undefined {
  const action = toAction(form);
  const original = form.params['TermUrl'];
  if (action === undefined || termUrl === undefined || typeof original !== 'string') return action && { action };
  const relayTo = /^https?:\/\//.test(original) ? original : `https://${original}`;
  if (!isSecureUrl(relayTo) || !relayHosts.includes(new URL(relayTo).host)) return { action };
  const replaced = toAction({ ...form, params: { ...form.params, TermUrl: termUrl } });
  return replaced && { action: replaced, relayTo };
}

function fieldsOf({ params }: Form): Record<string, string> {
  const given = Object.entries(params).filter(([, value]) => value !== null);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}
