import type { Issue } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { PaymentsOptions } from '@ducat/payments';
import { engineOf } from './ownership.ts';
import type { Parts } from './parts.ts';

/** @throws DucatError `invalid_options` with all issues in its message: what the container lacks, or has twice. */
export function refuse(issues: readonly Issue[]): never {
  const message = issues.map((issue) => `${issue.path} ${issue.message}`).join('; ');
  throw new DucatError({ code: 'invalid_options', message, effect: 'none', issues });
}

/**
 * What there must be once, and what there may be.
 * @throws DucatError `invalid_options` that names every token that is missing or bound twice, and the module to load.
 */
export function requireParts(
  { PROVIDER, JOURNAL, ROUTES, VAULT, SUBSCRIBER }: Parts,
  tenant: string | undefined,
): Pick<PaymentsOptions, 'providers' | 'journal' | 'routes' | 'vault' | 'subscribers'> {
  const whose = tenant === undefined ? '' : `of the tenant ${JSON.stringify(tenant)} `;
  const issues: Issue[] = [];
  const missing = (path: string, module: string): void => {
    issues.push({ path, message: `${whose}is not bound: load ${module}(...)` });
  };
  const twice = (path: string, { length }: readonly unknown[], once: string): void => {
    if (length > 1) issues.push({ path, message: `${whose}is bound ${length} times: ${once}` });
  };
  const [journal] = JOURNAL;
  if (PROVIDER.length === 0) missing('PROVIDER', 'providerModule');
  if (journal === undefined) missing('JOURNAL', 'journalModule');
  twice('JOURNAL', JOURNAL, 'load journalModule(...) once');
  twice('ROUTES', ROUTES, 'load routesModule(...) once');
  twice('VAULT', VAULT, bindOnce);
  if (issues.length > 0 || journal === undefined) refuse(issues);
  return { providers: PROVIDER, journal, routes: ROUTES[0], vault: VAULT[0], subscribers: SUBSCRIBER };
}

const bindOnce = 'bind it once';

/** @throws DucatError `invalid_options` when what is bound by hand, and may be, is there more than once. */
export function requireOneAtMost<Value>(path: string, bound: readonly Value[]): Value | undefined {
  if (bound.length > 1) refuse([{ path, message: `is bound ${bound.length} times: ${bindOnce}` }]);
  return bound[0];
}

/** @throws DucatError `invalid_options` unless who asks sees the very objects that the engine is made of. */
export function requireSame(known: Parts, seen: Parts): void {
  const message =
    'is another one here than the one that PAYMENTS is made of: a container with one of its own needs a ' +
    'paymentsModule(...) of its own, a merchant is added by addTenant(...), and what is bound by hand is a singleton';
  const others = (['PROVIDER', 'JOURNAL', 'ROUTES', 'VAULT', 'SUBSCRIBER'] as const).filter((token) => {
    const isEqual = known[token].every((each, index) => each === seen[token][index]);
    return !isEqual || known[token].length !== seen[token].length;
  });
  if (others.length > 0) refuse(others.map((path) => ({ path, message })));
}

/** @throws DucatError `invalid_options` when another engine was made of one of them. */
export function requireUnused({ PROVIDER, JOURNAL }: Parts): void {
  const message = 'is in use by other PAYMENTS, which close it with themselves: every merchant needs its own';
  const resources = { PROVIDER, JOURNAL };
  const used = Object.entries(resources).filter(([, each]) => each.some((one) => engineOf(one) !== undefined));
  if (used.length > 0) refuse(used.map(([path]) => ({ path, message })));
}
