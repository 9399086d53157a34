import type { RequestHandler, SimulatedRequest, SimulatedResponse } from '@ducat/simulator';

import { formIn, isForm } from '../gateway/message-format.ts';
import { decisionIn, decisionPage, forwardingPage, messagePage } from './pages.ts';
import type { Seal } from './seal.ts';

interface Visit {
  readonly paymentRequest: string;
  readonly fields: { readonly PaReq: string; readonly MD: string; readonly TermUrl: string };
}

function visitIn(seal: Seal, form: URLSearchParams): Visit | undefined {
  const PaReq = form.get('PaReq') ?? '';
  const MD = form.get('MD') ?? '';
  const TermUrl = form.get('TermUrl') ?? '';
  const paymentRequest = seal.open(PaReq)?.['paymentRequest'];
  if (paymentRequest === undefined || MD === '') return undefined;
  if (!URL.canParse(TermUrl) || !['http:', 'https:'].includes(new URL(TermUrl).protocol)) return undefined;
  return { paymentRequest, fields: { PaReq, MD, TermUrl } };
}

function conclude(seal: Seal, visit: Visit, form: URLSearchParams): SimulatedResponse {
  const decision = decisionIn(form);
  if (decision === undefined) return messagePage(422, 'That is not a decision');
  if (decision === 'abandon') return messagePage(200, 'The page was left');
  const result = decision === 'approve' ? 'Y' : 'N';
  const PaRes = seal.close({ paymentRequest: visit.paymentRequest, result });
  // MD goes back exactly as it came.
  return forwardingPage(visit.fields.TermUrl, { PaRes, MD: visit.fields.MD });
}

/** The bank's access control server of 3-D Secure 1: PaReq in, PaRes to TermUrl. */
export function createAccessServerHandler(seal: Seal): RequestHandler {
  const answer = (request: SimulatedRequest): SimulatedResponse => {
    if (request.method !== 'POST') return messagePage(404, 'There is no such page');
    if (!isForm(request)) return messagePage(415, 'Only a form is accepted');
    const form = formIn(request);
    const visit = visitIn(seal, form);
    if (visit === undefined) return messagePage(400, 'The authentication request is invalid');
    switch (request.path) {
      case '/pareq':
        return decisionPage('Confirm the payment at your bank', '/decision', visit.fields);
      case '/decision':
        return conclude(seal, visit, form);
      default:
        return messagePage(404, 'There is no such page');
    }
  };
  return async (request) => answer(request);
}
