import type { Platform } from '../platform.ts';
import { flagOf, sectionOf, textOf } from '../requests/json-object.ts';
import type { JsonObject } from '../requests/json-object.ts';
import { refuse } from '../requests/refusal.ts';
import type { CardSource } from './card-source.ts';

/** The shopper agreed once; later charges need neither the security code nor 3-D Secure. */
const isAgreedOnce = ({ contracts }: CardSource): boolean =>
  contracts.has('recurring') || contracts.has('card_on_file');

/** PayCross docs, tokenization page: force wins over skip; a recurring token is past its check. */
export function asksThreeDSecure(platform: Platform, request: JsonObject, source: CardSource): boolean {
  const section = sectionOf(request, 'credit_card');
  if (flagOf(section, 'force_three_d_secure_verification') === true) return true;
  if (!platform.options.threeDSecure || isAgreedOnce(source)) return false;
  const skipped = flagOf(section, 'skip_three_d_secure_verification') === true;
  return !(skipped && platform.options.skipThreeDSecure);
}

/** PayCross docs, tokenization page: a oneclick shopper still types the security code. */
export function requireVerificationValue(platform: Platform, request: JsonObject, source: CardSource): void {
  const { verificationValueWithCard, verificationValueWithOneclickToken } = platform.options;
  const isDemanded =
    source.token === undefined
      ? verificationValueWithCard
      : verificationValueWithOneclickToken && !isAgreedOnce(source);
  const given = textOf(sectionOf(request, 'credit_card'), 'verification_value');
  if (isDemanded && given === undefined) refuse(['credit_card', 'verification_value'], "can't be blank");
}

export function requireReturnUrl(request: JsonObject): void {
  if (textOf(request, 'return_url') === undefined) refuse(['return_url'], "can't be blank");
}

export function requirePayingContract({ token, contracts }: CardSource): void {
  if (token === undefined) return;
  if (![...contracts].some((contract) => contract !== 'credit')) {
    refuse(['credit_card', 'token'], 'was not issued for payments');
  }
}

export function requireAdvancedPermission(platform: Platform, request: JsonObject): void {
  const isAsked = flagOf(sectionOf(request, 'three_d_secure'), 'advanced') === true;
  if (isAsked && !platform.options.advancedThreeDSecure) {
    refuse(['three_d_secure', 'advanced'], 'is not enabled for this shop');
  }
}
