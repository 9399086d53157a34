import type { Card, Money } from '@ducat/core';
import { PAYMENTS } from '@ducat/inversify';
import type { OperationResult, Payments } from '@ducat/payments';
import { inject, injectable } from 'inversify';
import { CardVault } from './card-vault.ts';

export interface Subscription {
  readonly customer: string;
  readonly monthly: Money;
}

/** The first month is paid by the customer, who agrees to the others; those the merchant takes by the stored card. */
@injectable()
export class Subscriptions {
  readonly #payments: Payments;
  readonly #vault: CardVault;

  constructor(@inject(PAYMENTS) payments: Payments, @inject(CardVault) vault: CardVault) {
    this.#payments = payments;
    this.#vault = vault;
  }

  async begin({ customer, monthly }: Subscription, card: Card): Promise<OperationResult> {
    return await this.#payments.charge(
      {
        amount: monthly,
        description: 'Subscription, month 1',
        customer: { reference: customer },
        source: { kind: 'card', card },
        storeCard: { usage: ['recurring'] },
        returnUrl: 'https://platform.example/return',
      },
      { key: keyOf(customer, 1) },
    );
  }

  /** Without the customer. The month is in the key: however often the job runs, a month is taken once. */
  async renew({ customer, monthly }: Subscription, month: number): Promise<OperationResult> {
    const token = this.#vault.tokenOf(keyOf(customer, 1));
    if (token === undefined) throw new Error(`no card of ${customer} is stored`);
    return await this.#payments.charge(
      {
        amount: monthly,
        description: `Subscription, month ${month}`,
        customer: { reference: customer },
        source: { kind: 'token', token, usage: 'recurring', initiator: 'merchant' },
      },
      { key: keyOf(customer, month) },
    );
  }
}

function keyOf(customer: string, month: number): string {
  return `${customer}-month-${month}`;
}
