import type { ProviderCapabilities } from '../capabilities.ts';
import { keyOf } from '../choose/cost.ts';
import type { Place } from '../routes/issues.ts';
import type { Fee, Routes, RoutingRule } from '../routes/routes.ts';
import type { Finding } from './finding.ts';
import { emptyRanges } from './empty-ranges.ts';

/** What makes routes unusable, though every field has its shape. Costs no more than reading them once. */
export function faultsOf(routes: Routes, providers: readonly ProviderCapabilities[]): Finding[] {
  const known = new Set(providers.map(({ id }) => id));
  const names = new Set<string>();
  return [
    ...routes.rules.flatMap((rule, index) => {
      const place: Place = ['rules', index];
      const isTaken = names.has(rule.name);
      names.add(rule.name);
      const found = [...unknownProviders(rule, known, place), ...splitFaults(rule, place), ...emptyRanges(rule, place)];
      const message = 'is the name of an earlier rule too: plans tell rules by their names';
      if (isTaken) found.unshift({ severity: 'error', code: 'duplicate_name', place: [...place, 'name'], message });
      return found.map((finding) => ({ ...finding, rule: rule.name }));
    }),
    ...feeFaults(routes.fees ?? [], known),
  ];
}

function unknownProviders(rule: RoutingRule, known: ReadonlySet<string>, place: Place): Finding[] {
  const lists = ['try', 'among', 'exclude'] as const;
  const named = [
    ...lists.flatMap((field) => (rule[field] ?? []).map((id, index) => ({ id, at: [field, index] }))),
    ...Object.keys(rule.split ?? {}).map((id) => ({ id, at: ['split', id] })),
  ];
  return named.filter(({ id }) => !known.has(id)).map(({ id, at }) => unknownProvider(id, [...place, ...at], known));
}

function unknownProvider(id: string, place: Place, known: ReadonlySet<string>): Finding {
  const message = `"${id}" is no provider; there are ${[...known].join(', ') || 'none'}`;
  return { severity: 'error', code: 'unknown_provider', place, message };
}

function splitFaults({ split }: RoutingRule, place: Place): Finding[] {
  if (split === undefined) return [];
  const hundredths = Object.values(split).reduce((sum, percent) => sum + Math.round(percent * 100), 0);
  if (hundredths === 100_00) return [];
  const message = `adds up to ${hundredths / 100} %, and must to 100 %`;
  return [{ severity: 'error', code: 'split_sum', place: [...place, 'split'], message }];
}

function feeFaults(fees: readonly Fee[], known: ReadonlySet<string>): Finding[] {
  const seen = new Set<string>();
  return fees.flatMap(({ provider, currency, brand }, index): Finding[] => {
    const place: Place = ['fees', index];
    const key = keyOf(provider, currency, brand);
    const isTaken = seen.has(key);
    seen.add(key);
    const message = 'is for the same provider, currency and brand as an earlier one';
    return [
      ...(known.has(provider) ? [] : [unknownProvider(provider, [...place, 'provider'], known)]),
      ...(isTaken ? [{ severity: 'error', code: 'duplicate_fee', place, message } as const] : []),
    ];
  });
}
