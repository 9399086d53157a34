import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LifeOrder, Report } from '../child/order.ts';
import { violationsIn } from '../invariants/all.ts';
import { Answers } from '../town/answers.ts';
import type { Town } from '../town/town.ts';
import type { CaseResult, KillCase } from './kill-case.ts';
import type { Ended, Listener } from './process.ts';
import { MerchantProcess } from './process.ts';
import type { Remains } from './remains.ts';
import { journalName, lookAt } from './remains.ts';

/** The dead process is not started again at once. */
const downtime = 10 * 60_000;

export interface LaneSettings {
  readonly town: Town;
  /** Where the journals are. */
  readonly folder: string;
  /** The compiled merchant. */
  readonly program: string;
  /** A number that no other case of these banks has. */
  readonly nextNumber: () => number;
}

/** One merchant after another, each killed and started again; several lanes go side by side. */
export class Lane {
  readonly #settings: LaneSettings;
  #process: MerchantProcess | undefined;

  constructor(settings: LaneSettings) {
    this.#settings = settings;
  }

  async run(order: KillCase): Promise<CaseResult> {
    const { town, nextNumber } = this.#settings;
    const number = nextNumber();
    const key = `k${number}`;
    const folder = await mkdtemp(join(this.#settings.folder, `${key}-`));
    const file = join(folder, journalName);
    const reports: Report[] = [];
    const remains: Remains[] = [];
    const listener = listenerOf(town, new Answers(town), reports);
    const plans = [...order.kills, undefined];
    let ended: Ended = { kind: 'killed' };
    for (const [index, kill] of plans.entries()) {
      const life: LifeOrder = {
        kind: 'life',
        file,
        key,
        scenario: order.scenario,
        provider: order.provider,
        addresses: town.addresses,
        now: town.clock.now(),
        amount: 1000 + number,
        life: index + 1,
        plays: index === 0 || order.repeats,
        ...(order.breakage === undefined ? {} : { breakage: order.breakage }),
        ...(kill === undefined ? {} : { kill }),
      };
      ended = await this.#carryOut(life, listener);
      town.clock.reach(town.clock.now() + downtime);
      remains.push(await lookAt(folder));
      if (ended.kind === 'killed') continue;
      // A kill that came too late may come yet.
      if (kill !== undefined) this.#dismiss();
      break;
    }
    await rm(folder, { recursive: true });
    if (ended.kind === 'killed') throw new Error(`${key} was killed and nobody said so`);
    const { book, steps } = ended.news;
    const evidence = { key, reports, book, movements: town.movementsOf(key), remains };
    const outcome = book.map(({ status, review }) => (review === undefined ? status : 'review')).join(', ');
    return { order, kills: remains.length - 1, outcome, violations: violationsIn(evidence), steps, reports, book };
  }

  close(): void {
    this.#dismiss();
  }

  #dismiss(): void {
    this.#process?.end();
    this.#process = undefined;
  }

  /** The process that recovered the last case begins the next one. */
  async #carryOut(life: LifeOrder, listener: Listener): Promise<Ended> {
    if (this.#process?.isAlive !== true) this.#process = new MerchantProcess(this.#settings.program);
    try {
      return await this.#process.carryOut(life, listener);
    } catch (error) {
      this.#dismiss();
      throw error;
    }
  }
}

function listenerOf({ clock }: Town, answers: Answers, reports: Report[]): Listener {
  return {
    told(news) {
      if (news.kind === 'time') clock.reach(news.now);
      else reports.push(news.report);
    },
    async answer(question) {
      return question.kind === 'meet' ? undefined : await answers.to(question);
    },
  };
}
