import type { Call } from '@ducat/adapter-kit';
import { moneyPort, redactDetails, requireEcho } from '@ducat/adapter-kit';
import type { Outcome, Payout, PayoutRequest } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { PaymegaClient } from './client.ts';
import { requireInvoice, toOutcome } from './translate/outcome.ts';
import { toWirePayout } from './translate/payout-request.ts';
import { payoutLimits } from './translate/request-limits.ts';
import type { Invoice } from './wire/invoice.ts';

/** The sibling labels' page "Payouts"; not on Paymega's own. A reference that was used before is answered by a lookup. */
export function payout(client: PaymegaClient): Payout['payout'] {
  const { id: provider, testMode: usualMode } = client.settings;
  return moneyPort<PayoutRequest>(client.port, payoutLimits, async (request, call) => {
    const testMode = request.testMode ?? usualMode;
    const invoice = await createPayout(client, toWirePayout(request, provider, call.reference, testMode), call);
    call.providerReference = invoice.id;
    requireInvoice(invoice, { operation: 'payout', amount: request.amount, testMode }, call);
    const outcome = toOutcome(invoice, 'payout', { provider, secrets: call.secrets }) ?? standing(invoice, call);
    // What was paid out stands beside the amount, and may be another one.
    if (outcome.status === 'approved') requireEcho({ amount: [request.amount, outcome.amount] });
    return outcome;
  });
}

async function createPayout(client: PaymegaClient, attributes: object, call: Call): Promise<Invoice> {
  try {
    return await client.post('/payout-invoices', { type: 'payout-invoice', attributes }, call);
  } catch (thrown) {
    if (!DucatError.is(thrown) || thrown.code !== 'duplicate') throw thrown;
    const [earlier, ...others] = await client.invoicesOf('/payout-invoices', call.reference, call);
    if (earlier === undefined || others.length > 0) throw thrown;
    return earlier;
  }
}

function standing(invoice: Invoice, { provider, reference, secrets }: Call): Outcome {
  const raw = redactDetails({ status: invoice.attributes.status }, secrets);
  return { status: 'pending', provider, reference, providerReference: invoice.id, reason: 'processing', raw };
}
