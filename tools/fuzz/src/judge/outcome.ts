import type { Action, ActionRequired, Approved, CardSummary, Decline, Outcome } from '@ducat/core';
import { CardToken, Money, declineFor } from '@ducat/core';
import { faultOfDetails, faultOfError } from './fault.ts';

/** What is wrong with an outcome: out of the closed union, or another amount than was asked for. */
export function faultOfOutcome(outcome: Outcome, provider: string, asked?: Money): string | undefined {
  if (typeof outcome !== 'object' || (outcome as unknown) === null) return 'an outcome that is no object';
  const own = fields[outcome.status] as readonly string[] | undefined;
  if (own === undefined || !Object.hasOwn(fields, outcome.status)) return `the status ${String(outcome.status)}`;
  const stranger = Object.keys(outcome).find((key) => !own.includes(key) && !shared.includes(key));
  if (stranger !== undefined) return `the field ${stranger} of ${outcome.status}`;
  if (outcome.provider !== provider) return `the provider ${String(outcome.provider)}`;
  if (!isTextOrAbsent(outcome.reference)) return 'a reference that is no text';
  if ('providerReference' in outcome && !isIdentifier(outcome.providerReference))
    return 'a providerReference that is no id';
  return faultOfDetails(outcome.raw) ?? faultOfPart(outcome, asked);
}

const shared = ['status', 'provider', 'reference', 'raw'];
const fields: Readonly<Record<Outcome['status'], readonly string[]>> = {
  approved: ['providerReference', 'amount', 'token', 'card'],
  action_required: ['providerReference', 'action', 'continuation'],
  pending: ['providerReference', 'reason'],
  declined: ['providerReference', 'decline'],
  not_sent: ['error'],
  unknown: ['providerReference', 'error'],
};

function faultOfPart(outcome: Outcome, asked: Money | undefined): string | undefined {
  switch (outcome.status) {
    case 'approved':
      return faultOfApproved(outcome, asked);
    case 'action_required':
      return faultOfAction(outcome);
    case 'pending':
      return ['processing', 'moderation', 'unmapped_status'].includes(outcome.reason)
        ? undefined
        : `the reason ${outcome.reason}`;
    case 'declined':
      return faultOfDecline(outcome.decline);
    case 'not_sent':
      return outcome.error.effect === 'none' ? faultOfError(outcome.error) : 'not_sent although money may have moved';
    case 'unknown':
      return outcome.error.effect === 'possible' ? faultOfError(outcome.error) : 'unknown although no money moved';
  }
}

function faultOfApproved(
  { providerReference, amount, token, card }: Approved,
  asked: Money | undefined,
): string | undefined {
  if (!isIdentifier(providerReference)) return 'approved without providerReference';
  if (!(amount instanceof Money)) return 'approved without an amount';
  if (asked !== undefined && !amount.equals(asked))
    return `approved with ${amount.toString()}, asked ${asked.toString()}`;
  if (token !== undefined && !(token instanceof CardToken)) return 'a token that is no CardToken';
  return card === undefined ? undefined : faultOfSummary(card);
}

function faultOfSummary(card: CardSummary): string | undefined {
  const { firstSix, lastFour, expiryMonth, expiryYear, brand, issuerName, issuerCountry } = card;
  if (!isTextOrAbsent(firstSix) || (firstSix?.length ?? 0) > 6) return 'more than six digits';
  if (!isTextOrAbsent(lastFour) || (lastFour?.length ?? 0) > 4) return 'more than four digits';
  if (![brand, issuerName, issuerCountry].every(isTextOrAbsent)) return 'a card summary that is not text';
  return [expiryMonth, expiryYear].every((value) => value === undefined || Number.isInteger(value))
    ? undefined
    : 'an expiry that is no integer';
}

function faultOfAction({ action, continuation, providerReference }: ActionRequired): string | undefined {
  if (!isIdentifier(providerReference)) return 'an action without providerReference';
  if (typeof continuation !== 'string' || continuation.length > 8192) return 'no continuation, or too long a one';
  return faultOfStep(action);
}

function faultOfStep(action: Action): string | undefined {
  if (action.kind === 'wait') return undefined;
  if (!isSecure(action.url)) return `an action to ${action.url.slice(0, 100)}`;
  if (action.kind === 'redirect') return undefined;
  if ((action.kind as string) !== 'form_post') return `the action ${String(action.kind)}`;
  return Object.values(action.fields).every((value) => typeof value === 'string')
    ? undefined
    : 'a form field that is no text';
}

function faultOfDecline(decline: Decline): string | undefined {
  try {
    const advised = declineFor(decline.reason, decline.by);
    const isKnown = ['issuer', 'provider', 'customer', 'unspecified'].includes(decline.by);
    return isKnown && JSON.stringify(advised) === JSON.stringify(decline)
      ? undefined
      : 'a decline with other advice than its reason has';
  } catch {
    return `the decline reason ${String(decline.reason)}`;
  }
}

function isSecure(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

function isIdentifier(value: unknown): boolean {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,128}$/.test(value);
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}
