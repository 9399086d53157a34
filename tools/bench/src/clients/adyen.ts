import {
  CheckoutAPI,
  Client as AdyenClient,
  EnvironmentEnum,
  HttpURLConnectionClient,
  Types,
} from '@adyen/api-library';
import type { Client, Surroundings } from './client.ts';
import { requireApproved } from './order.ts';

type HttpClient = ConstructorParameters<typeof AdyenClient>[1];

/**
 * Adyen's own library as it comes: TLS, and a new connection for each call. Its host cannot be chosen, so the address is
 * changed on the way to its own HTTP client.
 */
export async function openAdyen({ addresses }: Surroundings): Promise<Client> {
  const own = new HttpURLConnectionClient();
  return payWith({
    request: (endpoint, ...rest) =>
      own.request(endpoint.replace('https://checkout-test.adyen.com', addresses.tls), ...rest),
  });
}

/** The same hat, as Adyen takes it. */
export function payWith(httpClient: NonNullable<HttpClient>): Client {
  const { PaymentsApi } = new CheckoutAPI(
    new AdyenClient({ apiKey: 'api-key-1', environment: EnvironmentEnum.TEST }, httpClient),
  );
  return {
    async call(number) {
      const reference = `adyen-${number}`;
      const { resultCode } = await PaymentsApi.payments(
        {
          amount: { currency: 'EUR', value: 1050 },
          reference,
          merchantAccount: 'Shop',
          paymentMethod: {
            type: Types.checkout.CardDetails.TypeEnum.Scheme,
            number: '5519283812030000',
            expiryMonth: '10',
            expiryYear: '2035',
            cvc: '123',
            holderName: 'Jane Roe',
          },
          billingAddress: {
            city: 'Berlin',
            country: 'DE',
            houseNumberOrName: '1',
            postalCode: '10115',
            street: '1st street',
          },
          metadata: { order: '1' },
          returnUrl: 'https://shop.test/back',
          shopperEmail: 'jane@shop.test',
          shopperIP: '127.0.0.1',
          shopperReference: 'customer-1',
          shopperLocale: 'en',
        },
        { idempotencyKey: reference },
      );
      requireApproved(
        resultCode === Types.checkout.PaymentResponse.ResultCodeEnum.Authorised ? 'approved' : 'declined',
      );
    },
    close: async () => undefined,
  };
}
