import type { Action, ChallengeAnswer } from '@ducat/core';
import { Money } from '@ducat/core';
import type { OperationResult, ResumeRequest } from '@ducat/payments';
import { parse } from 'node-html-parser';
import type { HTMLElement } from 'node-html-parser';
import type { WebEvent, WebHandlers, WebOptions } from '../../src/index.ts';
import { createWebHandlers } from '../../src/index.ts';
import { linkKey, result } from './shop.ts';

/** The handlers over an engine that says what it is told to, and remembers what it was asked. */
export interface Stub {
  readonly web: WebHandlers;
  readonly events: readonly WebEvent[];
  /** Every `resume`, oldest first. */
  readonly resumed: readonly ResumeRequest[];
  /** The answers that were relayed. */
  answers(): (ChallengeAnswer | undefined)[];
  challenge(init?: RequestInit): Promise<Response>;
  comeBack(by: 'return' | 'term', init?: RequestInit, query?: string): Promise<Response>;
}

export interface StubPlan {
  readonly action?: Action;
  readonly status?: OperationResult['status'];
  readonly resume?: (request: ResumeRequest) => Promise<OperationResult>;
  readonly web?: Partial<WebOptions>;
}

const someForm: Action = { kind: 'form_post', url: 'https://acs.bank.test/pareq', fields: { PaReq: 'abc' } };

export function openStub({ action = someForm, status = 'action_required', resume, web: options }: StubPlan = {}): Stub {
  const events: WebEvent[] = [];
  const resumed: ResumeRequest[] = [];
  const standing = resultWith(status, action);
  const web = createWebHandlers({
    payments: {
      receive: () => Promise.reject(new Error('nobody should ask')),
      get: async (payment) => (payment === 'order-1' ? { payment, operations: [standing] } : undefined),
      async resume(request) {
        resumed.push(request);
        return resume === undefined ? standing : await resume(request);
      },
    },
    baseUrl: 'https://shop.test/payments',
    linkKeys: [linkKey],
    resultUrl: result,
    onEvent: (event) => void events.push(event),
    ...options,
  });
  const { request, challengeUrl } = web.links('order-1');
  const addresses = { return: request.returnUrl, term: request.threeDSecure.termUrl ?? '' };
  return {
    web,
    events,
    resumed,
    answers: () => resumed.map(({ answer }) => answer),
    challenge: async (init) => await web.handle(new Request(challengeUrl, init)),
    comeBack: async (by, init, query = '') => await web.handle(new Request(addresses[by] + query, init)),
  };
}

export function resultWith(status: OperationResult['status'], action: Action = someForm): OperationResult {
  const [provider, reference, amount] = ['one', 'order-1-1', Money.parse('10.00', 'EUR')];
  const facts = {
    payment: 'order-1',
    key: 'order-1',
    operation: 'charge',
    requested: amount,
    attempts: [{ provider, reference, status: 'action_required' }],
    plan: [],
  };
  const more = { provider, reference, providerReference: 'one-1', amount, action, continuation: reference };
  return { ...facts, ...more, status } as unknown as OperationResult;
}

/** What the bank's page posts. */
export function form(body: string, contentType: string = 'application/x-www-form-urlencoded'): RequestInit {
  return { method: 'POST', headers: { 'content-type': contentType }, body };
}

/** A page as a browser reads it. */
export async function pageOf(response: Response): Promise<HTMLElement> {
  return parse(await response.text(), { comment: true });
}

/** Name and value of every hidden input, as a browser would send them. */
export function fieldsOf(page: HTMLElement): [string | undefined, string | undefined][] {
  return page
    .querySelectorAll('form input')
    .map((input) => [input.getAttribute('name'), input.getAttribute('value')] as [string, string]);
}

/** The directives of a content security policy. */
export function policyOf(response: Response): Record<string, string> {
  const text = response.headers.get('content-security-policy') ?? '';
  return Object.fromEntries(
    text.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );
}
