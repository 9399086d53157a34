import type { Dice } from '../chance/dice.ts';
import type { Coverage } from './coverage.ts';
import type { Cell, Place, Step } from './steps.ts';
import { faultsOf, nameOfCell, reasonAgainst } from './steps.ts';

/** One moment at which faults can happen. */
export interface Opportunity {
  /** The payment that it belongs to, else the process. */
  readonly owner: string;
  readonly place: Place;
  readonly step: Step;
  /** Names the moment: the same in every run that comes to it. */
  readonly name: string;
}

export interface InjectorSettings {
  readonly dice: Dice;
  /** 10: everything ten times as likely at this moment. */
  readonly factor: () => number;
  readonly coverage: Coverage;
  /** The one fault that a payment is led to, so that no cell of the matrix stays empty. */
  readonly wishes: ReadonlyMap<string, Cell>;
  /** Only these happen; all when absent. For shrinking. */
  readonly only?: ReadonlySet<string> | undefined;
}

/** Decides which faults happen, and remembers those that did. */
export class Injector {
  readonly #settings: InjectorSettings;
  readonly #met: string[] = [];
  readonly #times = new Map<string, number>();
  readonly #granted = new Set<string>();
  readonly #tables = new Map<string, readonly (readonly [fault: string, upTo: number])[]>();

  constructor(settings: InjectorSettings) {
    this.#settings = settings;
  }

  /** Names of the faults that happened, in their order. */
  get met(): readonly string[] {
    return this.#met;
  }

  opportunity(owner: string, place: Place, step: Step): Opportunity {
    const name = `${owner}/${place}/${step}`;
    const times = (this.#times.get(name) ?? 0) + 1;
    this.#times.set(name, times);
    return { owner, place, step, name: `${name}/${times}` };
  }

  /** At most one fault of all that the step can meet. It counts when it is `happened`. */
  one(moment: Opportunity): string | undefined {
    const wish = this.#wishAt(moment);
    if (wish !== undefined) return wish;
    const roll = this.#settings.dice.roll(moment.name);
    const fault = this.#tableOf(moment).find(([, upTo]) => roll < upTo)?.[0];
    return fault !== undefined && this.#mayHappen(moment, fault) ? fault : undefined;
  }

  /** Whether this fault happens, independent of all others. It counts at once. */
  each(moment: Opportunity, fault: string): boolean {
    const percent = (faultsOf(moment.place, moment.step)[fault]?.percent ?? 0) * this.#settings.factor();
    const isWished = this.#wishAt(moment) === fault;
    const drawn = isWished || this.#settings.dice.roll(`${moment.name}/${fault}`) * 100 < Math.min(percent, 90);
    if (!drawn || !this.#mayHappen(moment, fault)) return false;
    this.happened(moment, fault);
    return true;
  }

  /** Whether somebody does what cannot be seen in a single step. It is counted where it is met. */
  person(owner: string, name: string, fault: string, percent: number): boolean {
    const { dice, factor, only, wishes } = this.#settings;
    const isWished = wishes.get(owner)?.fault === fault;
    const id = `${name}:${fault}`;
    const drawn = isWished || dice.roll(id) * 100 < Math.min(90, percent * factor());
    if (!drawn || only?.has(id) === false) return false;
    this.#met.push(id);
    return true;
  }

  /** A step at which something was met that was decided before. */
  saw(cell: Cell): void {
    this.#settings.coverage.count(cell);
  }

  #mayHappen(moment: Opportunity, fault: string): boolean {
    return this.#settings.only?.has(`${moment.name}:${fault}`) ?? true;
  }

  happened(moment: Opportunity, fault: string): void {
    const { place, step, name, owner } = moment;
    this.#met.push(`${name}:${fault}`);
    this.#settings.coverage.count({ place, step, fault });
    const wish = this.#settings.wishes.get(owner);
    if (wish !== undefined && nameOfCell(wish) === nameOfCell({ place, step, fault })) this.#granted.add(owner);
  }

  #wishAt({ owner, place, step, name }: Opportunity): string | undefined {
    const wish = this.#settings.wishes.get(owner);
    if (wish?.place !== place || wish.step !== step || this.#granted.has(owner)) return undefined;
    return this.#settings.only?.has(`${name}:${wish.fault}`) === false ? undefined : wish.fault;
  }

  /** Independent faults of which one is seen: each as likely among those that happen as its rate among all. */
  #tableOf({ place, step }: Opportunity): readonly (readonly [fault: string, upTo: number])[] {
    const factor = this.#settings.factor();
    const name = `${place}/${step}/${factor}`;
    const known = this.#tables.get(name);
    if (known !== undefined) return known;
    const rates = Object.entries(faultsOf(place, step))
      .filter(([fault]) => reasonAgainst({ place, step, fault }) === undefined && !isOfPeople(fault))
      .map(([fault, { percent }]) => [fault, Math.min(0.9, (percent * factor) / 100)] as const);
    const any = 1 - rates.reduce((none, [, rate]) => none * (1 - rate), 1);
    const sum = rates.reduce((total, [, rate]) => total + rate, 0);
    let upTo = 0;
    const table = rates.map(([fault, rate]) => [fault, (upTo += sum === 0 ? 0 : (rate / sum) * any)] as const);
    this.#tables.set(name, table);
    return table;
  }
}

const ofPeople: ReadonlySet<string> = new Set(['double_click', 'decline', 'asynchronous', 'abandoned']);

function isOfPeople(fault: string): boolean {
  return ofPeople.has(fault);
}
