import type { Card, Money } from '@ducat/core';
import { PAYMENTS } from '@ducat/inversify';
import type { OperationResult, Payments } from '@ducat/payments';
import { inject, injectable } from 'inversify';

export interface Order {
  /** Names the payment too: the same order placed twice is held once. */
  readonly number: string;
  readonly amount: Money;
  readonly card: Card;
}

/** Goods are paid for when they leave: the money is held with the order, and taken with the parcel. */
@injectable()
export class Orders {
  readonly #payments: Payments;

  constructor(@inject(PAYMENTS) payments: Payments) {
    this.#payments = payments;
  }

  async place({ number, amount, card }: Order): Promise<OperationResult> {
    const source = { kind: 'card', card } as const;
    return await this.#payments.authorize(
      {
        amount,
        source,
        description: `Order ${number}`,
        returnUrl: 'https://platform.example/return',
        partialCapture: true,
      },
      { key: number },
    );
  }

  /** Takes what is in the parcel. A parcel that is reported twice is paid once. */
  async ship(number: string, parcel: number, amount: Money): Promise<OperationResult> {
    return await this.#payments.capture({ payment: number, amount }, { key: `${number}-parcel-${parcel}` });
  }

  /** Gives the customer's money free. */
  async cancel(number: string): Promise<OperationResult> {
    const payment = await this.#payments.get(number);
    if (payment === undefined) throw new Error(`there is no order ${number}`);
    const amount = payment.operations[0].requested;
    return await this.#payments.void({ payment: number, amount }, { key: `${number}-canceled` });
  }
}
