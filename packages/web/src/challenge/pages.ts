import type { ChallengeAnswer } from '@ducat/core';
import { DucatError } from '@ducat/core';
import { describeError } from '../describe-error.ts';
import type { PageFailed, PageName } from '../event.ts';
import type { LinkTarget } from '../link/links.ts';
import type { UrlBook } from '../link/urls.ts';
import type { Settings } from '../options.ts';
import { problemPage, wrongMethod } from '../page/respond.ts';
import { readBody, statusOf } from '../request/read-body.ts';
import { isForm, readAnswer } from './answer.ts';
import { comeBack } from './come-back.ts';
import { showChallenge } from './show.ts';

const methods: Readonly<Record<PageName, readonly string[]>> = {
  challenge: ['GET', 'HEAD'],
  // No HEAD: what only looks must not make a provider be asked.
  return: ['GET', 'POST'],
  term: ['GET', 'POST'],
};

/** Answers the shopper's browser. */
export async function answerPage(
  settings: Settings,
  urls: UrlBook,
  page: PageName,
  request: Request,
  token: string,
): Promise<Response> {
  if (!methods[page].includes(request.method)) return wrongMethod(...methods[page]);
  const link = settings.links.read(page, token);
  if (link === undefined) return wrongLink(settings, page, request, 'not_signed');
  try {
    return await answerLink(settings, urls, page, request, link);
  } catch (thrown) {
    const answered = DucatError.is(thrown) && thrown.code === 'journal_failed' ? 503 : 500;
    const error = describeError(thrown);
    return failed(settings, page, request, { payment: link.payment, answered, reason: error.message, error });
  }
}

async function answerLink(
  settings: Settings,
  urls: UrlBook,
  page: PageName,
  request: Request,
  link: LinkTarget,
): Promise<Response> {
  // Before anything else: a body waits for nobody.
  const read = page === 'term' ? await answerIn(settings, request, link) : { answer: undefined };
  if ('answered' in read) return failed(settings, page, request, { ...read, payment: link.payment });
  const payment = await settings.payments.get(link.payment);
  if (payment === undefined) return wrongLink(settings, page, request, 'unknown_payment');
  // Shoppers act on what began the payment, and on nothing that followed.
  const [first] = payment.operations;
  if (page !== 'challenge') return await comeBack(settings, link, first, read.answer);
  const response = showChallenge(settings, urls, request, link, first);
  return request.method === 'HEAD' ? new Response(null, response) : response;
}

interface Unread {
  readonly answered: number;
  readonly reason: string;
}

/** What the bank sent to the merchant's own address. Only there: on the provider's way back nothing is of use. */
async function answerIn(
  settings: Settings,
  request: Request,
  { payment }: LinkTarget,
): Promise<{ readonly answer: ChallengeAnswer | undefined } | Unread> {
  const ignore = (reason: string): { readonly answer: undefined } => {
    settings.report({ type: 'answer_ignored', payment, reason });
    return { answer: undefined };
  };
  if (request.method === 'GET') {
    const { search } = new URL(request.url);
    const read = readAnswer('GET', search.slice(1));
    return 'answer' in read ? read : ignore(read.reason);
  }
  if (!isForm(request.headers.get('content-type'))) return ignore('it is not a form');
  const body = await readBody(request, settings.answerBody);
  if (body.status !== 'read') return { answered: statusOf(body), reason: `the body: ${body.status}` };
  const read = readAnswer('POST', Buffer.from(body.bytes).toString('latin1'));
  return 'answer' in read ? read : ignore(read.reason);
}

function wrongLink(
  settings: Settings,
  page: PageName,
  request: Request,
  reason: 'not_signed' | 'unknown_payment',
): Response {
  settings.report({ type: 'link_refused', page, reason });
  const texts = settings.texts(request);
  return problemPage(404, texts, texts.wrongLink, settings.frameAncestors);
}

function failed(
  settings: Settings,
  page: PageName,
  request: Request,
  facts: Omit<PageFailed, 'type' | 'page'>,
): Response {
  settings.report({ type: 'page_failed', page, ...facts });
  const texts = settings.texts(request);
  return problemPage(facts.answered, texts, texts.reload, settings.frameAncestors);
}
