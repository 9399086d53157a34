import type { ProviderCapabilities } from '../capabilities.ts';
import type { CompiledRule } from '../compile/rule.ts';
import type { RoutedOperation } from '../facts.ts';
import { regionsOf } from './region.ts';
import { covers } from './reach.ts';
import type { Finding } from './finding.ts';

const operations: readonly RoutedOperation[] = ['charge', 'authorize', 'tokenize', 'payout'];

/** Rules that lead nowhere: for a currency, an operation or a source that they name, none of their providers is capable. */
export function incapableRules(rules: readonly CompiledRule[], providers: readonly ProviderCapabilities[]): Finding[] {
  const exclusions = rules.filter(({ rule }) => rule.exclude !== undefined);
  return rules
    .filter(({ rule }) => rule.exclude === undefined)
    .flatMap((each) => {
      const excluded = new Set(exclusionsOf(each, exclusions));
      const named = providersOf(each, providers);
      const left = named.filter(({ id }) => !excluded.has(id));
      // Of unknown providers enough is said already.
      if (named.length === 0) return [];
      if (left.length === 0) {
        return [finding(each, [], 'every provider that it names is always excluded by other rules')];
      }
      return [...currencyFindings(each, left), ...sourceFindings(each, left)];
    });
}

function currencyFindings(each: CompiledRule, named: readonly ProviderCapabilities[]): Finding[] {
  const asked = (each.criteria.values.get('operation') ?? operations) as readonly RoutedOperation[];
  const able = named.filter(({ ports }) => asked.some((operation) => ports.includes(operation)));
  if (able.length === 0) {
    const message = `none of its providers can ${asked.join(' or ')}`;
    return [finding(each, each.criteria.values.has('operation') ? ['if', 'operation'] : [], message)];
  }
  const none = (each.criteria.values.get('currency') ?? []).filter(
    (currency) =>
      !able.some(
        ({ limits: { currencies } }) => currencies === 'any' || (currencies as readonly string[]).includes(currency),
      ),
  );
  const field = each.rule.if?.currency === undefined ? 'amount' : 'currency';
  return none.length === 0 ? [] : [finding(each, ['if', field], `none of its providers takes ${none.join(', ')}`)];
}

function sourceFindings(each: CompiledRule, named: readonly ProviderCapabilities[]): Finding[] {
  const none = (each.criteria.values.get('source') ?? []).filter(
    (source) =>
      !named.some(
        ({ limits: { sources } }) => sources === undefined || (sources as readonly string[]).includes(source),
      ),
  );
  return none.length === 0
    ? []
    : [finding(each, ['if', 'source'], `none of its providers takes the source ${none.join(', ')}`)];
}

function providersOf(
  { rule }: CompiledRule,
  providers: readonly ProviderCapabilities[],
): readonly ProviderCapabilities[] {
  const named = rule.try ?? (rule.split === undefined ? rule.among : Object.keys(rule.split));
  return named === undefined || rule.others === 'follow' ? providers : providers.filter(({ id }) => named.includes(id));
}

/** The providers that are excluded from every request that the rule matches. */
function exclusionsOf(each: CompiledRule, exclusions: readonly CompiledRule[]): readonly string[] {
  const regions = regionsOf(each.criteria);
  return exclusions.filter((other) => covers(other, each, regions)).flatMap(({ rule }) => rule.exclude ?? []);
}

function finding({ index, rule }: CompiledRule, field: readonly string[], message: string): Finding {
  return {
    severity: 'warning',
    code: 'no_capable_provider',
    place: ['rules', index, ...field],
    rule: rule.name,
    message,
  };
}
