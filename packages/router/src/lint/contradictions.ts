import type { CompiledRule } from '../compile/rule.ts';
import type { Finding } from './finding.ts';

/** What makes a rule idle: conditions that no request can meet together, or a choice that nobody asks for. */
export function contradictionsIn({ rule, index, criteria }: CompiledRule): Finding[] {
  const found: Finding[] = [];
  const tell = (isSo: boolean, field: string, message: string): void => {
    const place = ['rules', index, 'if', field];
    if (isSo) found.push({ severity: 'warning', code: 'never_matches', place, rule: rule.name, message });
  };
  const asks = (dimension: string): boolean => criteria.values.has(dimension);
  const isOnly = (dimension: string, ...of: readonly string[]): boolean =>
    criteria.values.get(dimension)?.every((value) => of.includes(value)) === true;

  const currencies = criteria.values.get('currency') ?? [];
  const hasOtherAmounts =
    criteria.amounts.length > 0 && !criteria.amounts.some(({ currency }) => currencies.includes(currency));
  tell(hasOtherAmounts, 'amount', 'never matches: its currencies are not those of the condition currency');

  const isHosted = isOnly('source', 'hosted');
  const isPayout = isOnly('operation', 'payout');
  const isTokenize = isOnly('operation', 'tokenize');
  tell(isPayout && isHosted, 'source', 'never matches: money is paid out to cards and tokens');
  tell(isTokenize && isOnly('source', 'token'), 'source', 'never matches: a token is not tokenized again');
  const noInitiator = isOnly('source', 'card', 'hosted') || isTokenize || isPayout;
  tell(asks('initiator') && noInitiator, 'initiator', 'never matches: only payments by token have an initiator');
  const unknown = 'never matches: which card is used, only the page of the provider learns';
  tell(isHosted && asks('brand'), 'brand', unknown);
  tell(isHosted && asks('issuerCountry'), 'issuerCountry', unknown);
  tell(isHosted && criteria.bins.length > 0, 'bin', unknown);

  const chooses = rule.exclude === undefined;
  const bound = 'decides nothing: a token goes to the provider that issued it, and only exclude can keep it from there';
  tell(chooses && isOnly('source', 'token'), 'source', bound);
  tell(chooses && asks('initiator') && !noInitiator, 'initiator', bound);
  return found;
}
