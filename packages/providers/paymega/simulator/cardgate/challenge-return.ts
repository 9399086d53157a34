import type { SimulatedResponse } from '@ducat/simulator';

import type { Challenge } from '../acs/challenge.ts';
import { declined } from '../cards/decision.ts';
import { message } from '../html/page.ts';
import { submittedFields } from '../html/submitted.ts';
import type { RoutedRequest } from '../http/router.ts';
import { settle } from '../invoices/settle.ts';
import type { World } from '../world.ts';
import { merchantDataOf } from './authentication-payload.ts';
import { nextPage } from './hosted-page.ts';

/** The ACS's message must arrive letter by letter, also when a merchant relays it. */
function isGenuine(challenge: Challenge, fields: URLSearchParams): boolean {
  if (challenge.responseMessage === undefined) return false;
  if (challenge.version === '2') return fields.get('cres') === challenge.responseMessage;
  return fields.get('PaRes') === challenge.responseMessage && fields.get('MD') === merchantDataOf(challenge.pid);
}

/** Takes the ACS's answer from the browser or from a relaying merchant, and answers both alike. */
export function acceptChallengeReturn(world: World, request: RoutedRequest): SimulatedResponse {
  const challenge = world.challenges.byPid(request.query.get('pid') ?? '');
  const invoice = challenge && world.invoices.get(challenge.invoiceId);
  if (challenge === undefined || invoice === undefined) {
    return message(404, 'Not found', 'There is no such authentication.');
  }
  if (invoice.challenge === challenge.pid) {
    if (!isGenuine(challenge, submittedFields(request))) {
      return message(400, 'Authentication failed', 'The answer of the issuer is not valid.');
    }
    settle(world, invoice, challenge.authenticated === true ? challenge.verdict : declined('client_auth_failed'));
  }
  return nextPage(world, invoice);
}
