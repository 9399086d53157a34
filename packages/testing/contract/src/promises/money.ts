import type { ContractPromise } from '../promise.ts';
import { moneyEchoes } from './money/echoes.ts';
import { exactMoney } from './money/exact.ts';
import { refusedMoney } from './money/refused.ts';

/** The amount that was asked for, in every currency, to the last digit. */
export const money: readonly ContractPromise[] = [...exactMoney, ...refusedMoney, ...moneyEchoes];
