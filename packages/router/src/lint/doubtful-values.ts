import { knownBrands } from '../card/brand.ts';
import type { CompiledRule } from '../compile/rule.ts';
import type { Finding } from './finding.ts';

/** Single values that no request has, or only by the merchant's own table. */
export function doubtfulValues({ rule, index, criteria }: CompiledRule): Finding[] {
  const found: Finding[] = [];
  for (const field of ['issuerCountry', 'billingCountry'] as const) {
    for (const code of criteria.values.get(field) ?? []) {
      if (isCountry(code)) continue;
      const message = `never matches: ${code} is no code of ISO 3166-1`;
      found.push({
        severity: 'warning',
        code: 'never_matches',
        place: ['rules', index, 'if', field],
        rule: rule.name,
        message,
      });
    }
  }
  const brands = (criteria.values.get('brand') ?? []).filter((brand) => !knownBrands.has(brand));
  if (brands.length > 0) {
    const known = [...knownBrands].join(', ');
    const message = `${brands.join(', ')}: comes only from binLookup or the request; known by BIN are ${known}`;
    found.push({
      severity: 'notice',
      code: 'unknown_brand',
      place: ['rules', index, 'if', 'brand'],
      rule: rule.name,
      message,
    });
  }
  return found;
}

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

// UK has a name too, but it is GB in ISO 3166-1 and in every issuer's data.
function isCountry(code: string): boolean {
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}` && countries.of(code) !== undefined;
}
