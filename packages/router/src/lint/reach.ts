import type { CompiledRule } from '../compile/rule.ts';
import type { RoutingRule } from '../routes/routes.ts';
import type { Finding } from './finding.ts';
import { earlierNeighbours } from './neighbours.ts';
import type { Region } from './region.ts';
import { overlaps, regionsOf, subtract } from './region.ts';

/** With more pieces than that it is left open whether several rules together leave anything of another. */
const mostPieces = 100;
/** So many rules are named in a message. */
const mostNamed = 3;

/** Rules that earlier ones leave nothing to, and rules that match the same requests and choose otherwise. */
export function reachOf(rules: readonly CompiledRule[]): Finding[] {
  const choosing = rules.filter(({ rule }) => rule.exclude === undefined);
  const regions = choosing.map(({ criteria }) => regionsOf(criteria));
  const neighbours = earlierNeighbours(choosing);
  const found: Finding[] = [];
  for (const [position, each] of choosing.entries()) {
    const earlier = neighbours(position);
    const takers = takersOf(each, regions[position] ?? [], earlier, choosing, regions);
    if (takers !== undefined) {
      const message = `can never be reached: ${quoted(takers)} before it ${takers.length === 1 ? 'takes' : 'take'} all that it matches`;
      found.push(finding(each, 'unreachable', message));
      continue;
    }
    const rivals = earlier
      .filter((other) => isRival(each, regions[position] ?? [], choosing[other], regions[other] ?? []))
      .flatMap((other) => choosing.slice(other, other + 1));
    if (rivals.length === 0) continue;
    const message = `matches some of the same requests as ${quoted(rivals)} and chooses otherwise: which stands first decides`;
    found.push(finding(each, 'overlap', message));
  }
  return [...found, ...idleExclusions(rules.filter(({ rule }) => rule.exclude !== undefined))];
}

/** Whether the first rule matches everything that the second does. */
export function covers(other: CompiledRule, each: CompiledRule, regions: readonly Region[]): boolean {
  if (!asksNoMore(other, each)) return false;
  const taken = regionsOf(other.criteria);
  return regions.every(
    (region) => taken.reduce((left, one) => left.flatMap((piece) => subtract(piece, one)), [region]).length === 0,
  );
}

/** The earlier rules that leave nothing to the rule; `undefined` when they leave something. */
function takersOf(
  each: CompiledRule,
  own: readonly Region[],
  earlier: readonly number[],
  rules: readonly CompiledRule[],
  regions: readonly (readonly Region[])[],
): CompiledRule[] | undefined {
  let left = [...own];
  const takers: CompiledRule[] = [];
  for (const position of earlier) {
    const other = rules[position];
    if (other === undefined || !asksNoMore(other, each)) continue;
    const taken = (regions[position] ?? []).filter((region) => left.some((piece) => overlaps(piece, region)));
    if (taken.length === 0) continue;
    takers.push(other);
    for (const region of taken) left = left.flatMap((piece) => subtract(piece, region));
    if (left.length === 0) return takers;
    if (left.length > mostPieces) return undefined;
  }
  return undefined;
}

function isRival(
  each: CompiledRule,
  own: readonly Region[],
  other: CompiledRule | undefined,
  theirs: readonly Region[],
): boolean {
  if (other === undefined || sameResult(each.rule, other.rule)) return false;
  // Whether two expressions or two times can be true at once is not known; that one of them alone can be, is.
  if (!asksNoMore(each, other) && !asksNoMore(other, each)) return false;
  if (!own.some((region) => theirs.some((region2) => overlaps(region, region2)))) return false;
  // The special before the general is how rules are meant to be ordered.
  return !covers(each, other, theirs);
}

/** Exclusions that others make already. */
function idleExclusions(rules: readonly CompiledRule[]): Finding[] {
  return rules.flatMap((each) => {
    const own = regionsOf(each.criteria);
    const other = rules.find(
      (candidate) =>
        candidate !== each &&
        (each.rule.exclude ?? []).every((id) => candidate.rule.exclude?.includes(id) === true) &&
        covers(candidate, each, own) &&
        (candidate.index < each.index || !covers(each, candidate, regionsOf(candidate.criteria))),
    );
    if (other === undefined) return [];
    return [finding(each, 'unreachable', `changes nothing: rule "${other.rule.name}" excludes the same already`)];
  });
}

function asksNoMore(one: CompiledRule, than: CompiledRule): boolean {
  return one.criteria.checks.every(({ text }) => than.criteria.checks.some((check) => check.text === text));
}

function sameResult(left: RoutingRule, right: RoutingRule): boolean {
  const resultOf = ({ try: order, split, prefer, among, others }: RoutingRule): string =>
    JSON.stringify([order, split, prefer, among, others]);
  return resultOf(left) === resultOf(right);
}

function quoted(rules: readonly CompiledRule[]): string {
  const names = rules.slice(0, mostNamed).map(({ rule }) => `"${rule.name}"`);
  const more = rules.length - names.length;
  return `rule${rules.length === 1 ? '' : 's'} ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function finding({ rule, index }: CompiledRule, code: Finding['code'], message: string): Finding {
  const severity = code === 'overlap' ? 'notice' : 'warning';
  return { severity, code, place: ['rules', index], rule: rule.name, message };
}
