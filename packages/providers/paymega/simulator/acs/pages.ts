import { redirect } from '@ducat/simulator';
import type { SimulatedResponse } from '@ducat/simulator';

import { escapeHtml, forwardingPage, hiddenInputs, message, page } from '../html/page.ts';
import { submittedFields } from '../html/submitted.ts';
import type { RoutedRequest } from '../http/router.ts';
import type { World } from '../world.ts';
import type { Challenge } from './challenge.ts';

const unknown = (): SimulatedResponse =>
  message(400, 'Authentication failed', 'This authentication request is not known.');

function questionPage(path: string, fields: Readonly<Record<string, string>>): SimulatedResponse {
  return page(
    200,
    'Confirm your payment',
    `<form method="post" action="${escapeHtml(path)}">${hiddenInputs(fields)}<label>Answer <select name="answer"><option value="approve">approve</option><option value="refuse">refuse</option><option value="abandon">abandon</option></select></label><button>Send</button></form>`,
  );
}

/** 3-D Secure 1: PaReq, MD and TermUrl come from the browser, and TermUrl may be the merchant's. */
export function openPaymentAuthentication(world: World, request: RoutedRequest): SimulatedResponse {
  const fields = submittedFields(request);
  const challenge = world.challenges.byRequestMessage(fields.get('PaReq') ?? '');
  const termUrl = fields.get('TermUrl');
  const merchantData = fields.get('MD');
  if (challenge?.version !== '1' || termUrl === null || merchantData === null) return unknown();
  return questionPage('/acspage/answer', { rid: challenge.rid, TermUrl: termUrl, MD: merchantData });
}

/** 3-D Secure 2: everything but the creq was agreed on before, between platform and ACS. */
export function openChallenge(world: World, request: RoutedRequest): SimulatedResponse {
  const challenge = world.challenges.byRequestMessage(submittedFields(request).get('creq') ?? '');
  if (challenge?.version !== '2') return unknown();
  return questionPage('/acspage/answer', { rid: challenge.rid });
}

function sendBack(world: World, address: string, fields: Readonly<Record<string, string>>): SimulatedResponse {
  if (world.settings.threeDSecure.returnMethod === 'POST') {
    return forwardingPage('POST', address, fields);
  }
  const target = new URL(address);
  for (const [name, value] of Object.entries(fields)) target.searchParams.set(name, value);
  return redirect(target.href);
}

/** The host-to-host page shows a TermUrl without a scheme. */
function withScheme(world: World, address: string): string {
  if (/^https?:\/\//i.test(address)) return address;
  return `${new URL(world.origins.api).protocol}//${address}`;
}

function answerFields(
  challenge: Challenge,
  responseMessage: string,
  merchantData: string | null,
): Record<string, string> {
  return challenge.version === '1' ? { PaRes: responseMessage, MD: merchantData ?? '' } : { cres: responseMessage };
}

export function answerChallenge(world: World, request: RoutedRequest): SimulatedResponse {
  const fields = submittedFields(request);
  const challenge = world.challenges.byRid(fields.get('rid') ?? '');
  if (challenge === undefined) return unknown();
  const answer = fields.get('answer');
  if (answer === 'abandon') {
    return message(200, 'Closed', 'The shopper has closed the browser.');
  }
  if (answer !== 'approve' && answer !== 'refuse') return unknown();
  const responseMessage = world.challenges.answer(challenge, answer === 'approve');
  const address = challenge.version === '1' ? fields.get('TermUrl') : challenge.returnUrl;
  return sendBack(
    world,
    withScheme(world, address ?? challenge.returnUrl),
    answerFields(challenge, responseMessage, fields.get('MD')),
  );
}
