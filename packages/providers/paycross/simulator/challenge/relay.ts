import type { SimulatedRequest, SimulatedResponse } from '@ducat/simulator';

import { isAuthenticated } from '../gateway/authentication.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { formIn, isForm, isJson, jsonIn } from '../gateway/message-format.ts';
import { refusing, transactionOutcome, versionOf } from '../gateway/submission.ts';
import type { Platform } from '../platform.ts';
import { textOf } from '../requests/json-object.ts';
import { refuse } from '../requests/refusal.ts';
import { simpleError, unauthorized } from '../responses/errors.ts';
import type { Transaction } from '../transactions/transaction.ts';
import { finishAuthentication, returnShopper } from './ending.ts';
import { messagePage } from './pages.ts';

interface AuthenticationAnswer {
  readonly paRes: string | undefined;
  readonly md: string | undefined;
}

/** False when somebody on the way changed the answer, or it belongs to another payment. */
function accept(platform: Platform, transaction: Transaction, answer: AuthenticationAnswer): boolean {
  const { verification } = transaction;
  const opened = answer.paRes === undefined ? undefined : platform.seal.open(answer.paRes);
  const result = opened?.['result'];
  if (verification === undefined || opened?.['paymentRequest'] !== transaction.uid || result === undefined)
    return false;
  if (answer.md !== verification.merchantData) return false;
  // A repeat finds the transaction finished and changes nothing.
  if (transaction.status === 'incomplete') finishAuthentication(platform, transaction, result === 'Y');
  return true;
}

/** The official Ruby client: `{uid, pa_res, md}` without the usual wrapping, answered with the transaction. */
function relayFromServer(gateway: Gateway, transaction: Transaction, request: SimulatedRequest): SimulatedResponse {
  if (!isAuthenticated(request, gateway.account)) return unauthorized();
  const { platform } = gateway;
  const version = versionOf(request);
  const render = refusing(platform, version, () => {
    const body = jsonIn(request);
    if (textOf(body, 'uid') !== transaction.uid) refuse(['uid'], 'is invalid');
    const answer = { paRes: textOf(body, 'pa_res'), md: textOf(body, 'md') };
    if (!accept(platform, transaction, answer)) refuse(['pa_res'], 'is invalid');
    return transactionOutcome(platform, transaction, version);
  });
  return gateway.faults.spoil(render());
}

/** The gateway's own address as TermUrl: the shopper's browser brings the answer. */
function relayFromBrowser(platform: Platform, transaction: Transaction, request: SimulatedRequest): SimulatedResponse {
  const form = formIn(request);
  const answer = { paRes: form.get('PaRes') ?? undefined, md: form.get('MD') ?? undefined };
  if (!accept(platform, transaction, answer)) return messagePage(422, 'The answer of the bank is invalid');
  return returnShopper(transaction);
}

export function answerRelay(gateway: Gateway, transaction: Transaction, request: SimulatedRequest): SimulatedResponse {
  if (isJson(request)) return relayFromServer(gateway, transaction, request);
  if (isForm(request)) return relayFromBrowser(gateway.platform, transaction, request);
  return simpleError(415, 'Content-Type must be application/json or a form');
}
