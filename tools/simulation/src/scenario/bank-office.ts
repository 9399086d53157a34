import type { Clock } from '@ducat/core';
import type { HttpResponse } from '@ducat/adapter-kit';
import { approved, declined } from '@ducat/paymega/simulator';
import { BankRefusal, text } from '@ducat/simulator';
import type { Dice } from '../chance/dice.ts';
import type { Journey } from '../network/journey.ts';
import type { Platforms } from '../network/platforms.ts';
import type { Plan } from './plan.ts';

export interface OfficeSurroundings {
  readonly clock: Clock;
  readonly dice: Dice;
  readonly platforms: () => Platforms;
  planOf(owner: string): Plan | undefined;
}

/** Ends what a bank took its time for, and makes some captures, voids and refunds fail or wait. */
export class BankOffice {
  readonly #around: OfficeSurroundings;

  constructor(around: OfficeSurroundings) {
    this.#around = around;
  }

  /** Just before the provider acts. */
  prepare({ step, platform, moment }: Journey): void {
    const { dice, platforms } = this.#around;
    const roll = dice.roll(`${moment.name}/bank`);
    const { paymega, paycross } = platforms();
    if (step === 'refund' && platform.id === 'paymega' && roll < 0.05) paymega.controls.failNextRefund();
    const isChild = step === 'capture' || step === 'void' || step === 'refund';
    if (!isChild || platform.id !== 'paycross') return;
    if (roll < 0.05) paycross.controls.decideNext('F.0101');
    else if (roll < 0.15) paycross.controls.decideNext('P.0001');
  }

  /** After it acted: whatever waits for the bank gets its end. */
  attend({ platform, payment, reference, step }: Journey, response: HttpResponse): void {
    const plan = this.#around.planOf(payment);
    if (plan === undefined) return;
    if (platform.id === 'paymega') {
      if ((step === 'sale' || step === 'payout') && plan.card === 'pending') this.#endAtPaymega(plan, reference);
      return;
    }
    if (step !== 'lookup' && step !== 'challenge') this.attendTwin(payment, response);
  }

  /** A transaction of PayCross that was just made. */
  attendTwin(payment: string, { body }: HttpResponse): void {
    const plan = this.#around.planOf(payment);
    const said = text(body);
    const uid = said.includes('"status":"pending"') ? /"uid":"([^"]+)"/.exec(said)?.[1] : undefined;
    if (plan !== undefined && uid !== undefined) this.#endAtPayCross(plan, uid);
  }

  #endAtPaymega({ bankTakes, verdict }: Plan, reference: string): void {
    this.#around.clock.schedule(bankTakes, () => {
      const { paymega } = this.#around.platforms();
      const exists = paymega.invoices.get(reference) ?? paymega.payouts.get(reference);
      if (exists === undefined) return;
      paymega.settle(reference, verdict === 'approved' ? approved : declined('insufficient_funds'));
    });
  }

  #endAtPayCross({ bankTakes, verdict }: Plan, uid: string): void {
    this.#around.clock.schedule(bankTakes, () => {
      const { controls } = this.#around.platforms().paycross;
      try {
        controls.finish(uid, verdict === 'approved' ? 'S.0000' : 'F.0114');
      } catch (error) {
        // What it waited for is gone meanwhile: captured, voided or given back by another.
        if (!(error instanceof BankRefusal)) throw error;
        controls.finish(uid, 'F.0101');
      }
    });
  }
}
