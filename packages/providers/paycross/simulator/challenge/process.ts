import type { SimulatedRequest, SimulatedResponse } from '@ducat/simulator';

import type { Gateway } from '../gateway/gateway.ts';
import { formIn, isForm } from '../gateway/message-format.ts';
import type { Platform } from '../platform.ts';
import { textOf } from '../requests/json-object.ts';
import { threeDSecureBody } from '../responses/three-d-secure.ts';
import type { Transaction } from '../transactions/transaction.ts';
import { finishAuthentication, returnShopper } from './ending.ts';
import { decisionIn, decisionPage, forwardingPage, messagePage } from './pages.ts';
import { answerRelay } from './relay.ts';

function show(platform: Platform, transaction: Transaction): SimulatedResponse {
  const { verification, uid } = transaction;
  if (transaction.status !== 'incomplete' || verification === undefined) return returnShopper(transaction);
  if (verification.authentication.flow === 'frictionless') {
    finishAuthentication(platform, transaction, true);
    return returnShopper(transaction);
  }
  if (!verification.onAccessServer) {
    return decisionPage('Confirm the payment', platform.addresses.decision(uid));
  }
  const section = threeDSecureBody(platform, transaction, verification);
  return forwardingPage(platform.addresses.accessServer(), {
    PaReq: textOf(section, 'pa_req') ?? '',
    MD: verification.merchantData,
    TermUrl: platform.addresses.relay(uid),
  });
}

function decide(platform: Platform, transaction: Transaction, request: SimulatedRequest): SimulatedResponse {
  const { verification } = transaction;
  if (verification === undefined || verification.onAccessServer) return messagePage(404, 'There is no challenge');
  if (!isForm(request)) return messagePage(415, 'Only a form is accepted');
  if (transaction.status !== 'incomplete') return returnShopper(transaction);
  const decision = decisionIn(formIn(request));
  if (decision === undefined) return messagePage(422, 'That is not a decision');
  // The shopper closes the browser; the transaction waits for its end.
  if (decision === 'abandon') return messagePage(200, 'The page was left');
  finishAuthentication(platform, transaction, decision === 'approve');
  return returnShopper(transaction);
}

/** Pages of the shopper, and the merchant's relay of a 3-D Secure 1 answer: everything under /process. */
export async function answerProcess(
  gateway: Gateway,
  request: SimulatedRequest,
  segments: readonly string[],
): Promise<SimulatedResponse> {
  const { platform } = gateway;
  const [uid = '', step, ...rest] = segments;
  const transaction = platform.register.find(uid);
  if (transaction === undefined || rest.length > 0) return messagePage(404, 'There is no such payment');
  const route = `${request.method} ${step ?? ''}`;
  switch (route) {
    case 'GET ':
      return show(platform, transaction);
    case 'POST decision':
      return decide(platform, transaction, request);
    case 'POST return':
      return answerRelay(gateway, transaction, request);
    default:
      return messagePage(404, 'There is no such page');
  }
}
