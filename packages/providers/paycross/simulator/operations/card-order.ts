import { createVerification } from '../challenge/verification.ts';
import type { Verification } from '../challenge/verification.ts';
import type { Platform } from '../platform.ts';
import { amountOf, flagOf, sectionOf, textOf } from '../requests/json-object.ts';
import type { JsonObject } from '../requests/json-object.ts';
import { acquirerCode, conclude, waitForEnd } from '../transactions/lifecycle.ts';
import { authenticationFailedCode } from '../transactions/processing-codes.ts';
import type { Transaction } from '../transactions/transaction.ts';
import { cardSourceIn, duplicateSource } from './card-source.ts';
import type { CardSource } from './card-source.ts';
import type { Call, Operation } from './operation.ts';
import {
  asksThreeDSecure,
  requireAdvancedPermission,
  requirePayingContract,
  requireReturnUrl,
  requireVerificationValue,
} from './payer-rules.ts';

type CardOrderType = 'payment' | 'authorization' | 'tokenization' | 'checkup';

function verificationFor(platform: Platform, request: JsonObject, source: CardSource): Verification | undefined {
  const authentication = platform.issuer.authenticationOf(source.card, flagOf(request, 'test') ?? false);
  if (authentication === undefined) return undefined;
  const advanced = flagOf(sectionOf(request, 'three_d_secure'), 'advanced') ?? false;
  return createVerification(authentication, advanced, platform.random);
}

/**
 * With 3-D Secure 2 the answer is `incomplete` or `failed` only; success follows the process page,
 * without a challenge too. An authentication that fails needs no shopper and fails at once.
 */
function begin(platform: Platform, transaction: Transaction): void {
  const flow = transaction.verification?.authentication.flow;
  if (flow === undefined) conclude(platform, transaction, acquirerCode(platform, transaction));
  else if (flow === 'rejected') conclude(platform, transaction, authenticationFailedCode);
  else waitForEnd(platform, transaction);
}

export function cardOrder(type: CardOrderType): Operation {
  return (platform: Platform, call: Call) => {
    const { request } = call;
    const source = cardSourceIn(platform, request, 'credit_card');
    requirePayingContract(source);
    requireVerificationValue(platform, request, source);
    requireAdvancedPermission(platform, request);
    const asked = type !== 'checkup' && asksThreeDSecure(platform, request, source);
    // Nobody knows before the check whether the card takes part, so the page demands it of every card.
    if (asked) requireReturnUrl(request);
    const amount = amountOf(request);
    const key = [type, amount, duplicateSource(source)];
    platform.duplicates.refuseRepeat(request, key);
    platform.duplicates.remember(key);
    const transaction = platform.register.open({
      ...call,
      type,
      amount,
      currency: textOf(request, 'currency') ?? '',
      test: flagOf(request, 'test') ?? false,
      parent: undefined,
      card: source.card,
      token: source.token,
      verification: asked ? verificationFor(platform, request, source) : undefined,
    });
    begin(platform, transaction);
    return transaction;
  };
}
