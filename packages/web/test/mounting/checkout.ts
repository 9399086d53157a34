import type { ChargeRequest } from '@ducat/core';
import type { Payments } from '@ducat/payments';
import type { WebHandlers } from '@ducat/web';

/** The shopper has pressed "pay". */
export async function pay(
  payments: Payments,
  web: WebHandlers,
  order: ChargeRequest,
  number: string,
): Promise<Response> {
  const links = web.links(number);
  const result = await payments.charge({ ...order, ...links.request }, { key: number });
  const thanks = `https://shop.example/thanks?payment=${number}`;
  return Response.redirect(result.status === 'action_required' ? links.challengeUrl : thanks, 303);
}

/** What the page says that every shopper comes to. */
export async function thanks(payments: Payments, { searchParams }: URL): Promise<string> {
  const payment = await payments.get(searchParams.get('payment') ?? '');
  const status = payment?.operations[0].status;
  if (status === 'approved') return 'Thank you: it is paid.';
  return status === 'declined' || status === 'not_sent' ? 'It was not paid.' : 'We are still waiting for your bank.';
}
