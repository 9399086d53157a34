/** An answer whose ids are new each time: nobody gets the same payment twice. */
export type AnswerOf = (number: number, reference: string) => string;

const answered = '2026-11-21T00:00:00.000Z';

/** A payment at PayCross, as its pages show one. */
export const payCrossPayment: AnswerOf = answerOf({
  transaction: {
    uid: '<id>',
    id: '<id>',
    status: 'successful',
    type: 'payment',
    amount: 1050,
    currency: 'EUR',
    message: 'Successfully processed',
    test: true,
    created_at: answered,
    updated_at: answered,
    paid_at: answered,
    expired_at: null,
    closed_at: null,
    settled_at: null,
    manually_corrected_at: null,
    status_code: null,
    recurring_type: null,
    receipt_url: 'https://gateway.pay-cross.com/customer/transactions/<id>/651190673787',
    description: 'A hat',
    tracking_id: '<reference>',
    language: 'en',
    redirect_url: 'https://gateway.pay-cross.com/process/<id>',
    payment_method_type: 'credit_card',
    credit_card: {
      holder: 'Jane Roe',
      stamp: '082697d911ed1fcda63a2c509d96a5308487146454bd588f1241b2c823cffe24',
      brand: 'master',
      last_4: '0000',
      first_1: '5',
      bin: '551928',
      bin_8: '55192838',
      issuer_country: 'DE',
      issuer_name: 'A bank of the benchmark',
      product: null,
      exp_month: 10,
      exp_year: 2035,
      token_provider: null,
      token: null,
    },
    additional_data: { meta: { order: '1' } },
    smart_routing_verification: { status: 'successful' },
    avs_cvc_verification: { avs_verification: { result_code: 'M' }, cvc_verification: { result_code: '1' } },
    customer: { ip: '127.0.0.1', email: 'jane@shop.test', device_id: null, birth_date: null },
    billing_address: {
      first_name: 'Jane',
      last_name: 'Roe',
      address: '1st street',
      country: 'DE',
      city: 'Berlin',
      zip: '10115',
      state: null,
      phone: '+4930123456',
    },
    payment: {
      message: 'Payment was approved',
      gateway_id: 3483,
      status: 'successful',
      ref_id: '651190673787',
      rrn: '651190673787',
      auth_code: '122575',
      bank_code: '05',
      amount: 1050,
      currency: 'EUR',
      billing_descriptor: 'Shop',
    },
    code: 'S.0000',
    friendly_message: 'The operation was successful.',
  },
});

/** An untouched invoice at Paymega. */
export const paymegaInvoice: AnswerOf = answerOf({
  data: {
    type: 'payment-invoices',
    id: 'cpi_<id>',
    attributes: {
      status: 'process_pending',
      serial_number: '<id>',
      resolution: 'ok',
      resolution_message: null,
      moderation_required: false,
      amount: 10.5,
      payment_amount: 10.5,
      service_amount: 10.5,
      payment_service_amount: 10.5,
      exchange_rate: 1,
      currency: 'EUR',
      service_currency: 'EUR',
      reference_id: '<reference>',
      test_mode: true,
      description: 'A hat',
      descriptor: 'Shop',
      fee: 0,
      deposit: 10.5,
      processed: null,
      processed_amount: null,
      refunded: null,
      refunded_amount: null,
      metadata: { order: '1' },
      flow_data: {
        action: 'https://cardgate.paymega.test/hpp/cgi_<id>',
        method: 'GET',
        params: [],
        metadata: {
          sid: 'cgi_<id>',
          token: 'eyJ0eXAiOiJKV1QifQ.eyJzaWQiOiJjZ2kifQ.sy8tdrAcxohIafldjMebR_h0qtSHvfhJw6R',
        },
      },
      flow: 'hpp',
      payment_flow: 'charge',
      return_url: 'https://shop.test/back',
      callback_url: 'https://shop.test/hook',
      hpp_url: 'https://api.paymega.test/redirect/hpp/?cpi=cpi_<id>',
      created: 1_795_219_200,
      updated: 1_795_219_200,
      payload: null,
      original_data: [],
      rrn: null,
      approval_code: null,
      source: 'merchant_api',
      refunds: [],
    },
    relationships: {
      'payment-service': { data: { type: 'payment-services', id: 'payment_card_eur_hpp' } },
      'commerce-account': { data: { type: 'commerce-accounts', id: 'coma_1' } },
      customer: { data: { type: 'customers', id: 'cus_0PYxyh3bqNs7z8ue' } },
    },
    links: { self: '/api/payment-invoices/cpi_<id>' },
  },
});

/** The Cardgate's answer to a sale. */
export const paymegaSale: AnswerOf = answerOf({ status: 'processed', auth_mode: null, auth_payload: [] });

/** The text is made once and cut at the places to fill: the server must not be what is measured. */
export function answerOf(answer: object): AnswerOf {
  const parts = JSON.stringify(answer).split(/(<id>|<reference>)/);
  return (number, reference) => {
    const id = `bench-${number}`;
    let text = '';
    for (const part of parts) text += part === '<id>' ? id : part === '<reference>' ? reference : part;
    return text;
  };
}
