import type { BoundServiceSyntax, ContainerModule, ContainerOptions, ServiceIdentifier } from 'inversify';
import { Container } from 'inversify';
import { refuse } from './check.ts';
import { close } from './close.ts';
import { forgetPlans } from './plans.ts';
import type { Tenant } from './tenant-token.ts';
import { TENANT } from './tenant-token.ts';
import { JOURNAL, PAYMENTS, PROVIDER, ROUTES, SUBSCRIBER, TENANT_NAME, VAULT } from './tokens.ts';

/** What a tenant is made of. */
export interface TenantParts {
  /**
   * Its providers, routes, journal and payments, and the classes that use them. The same list may serve every tenant:
   * factories take `TENANT_NAME`, and find the settings by it.
   */
  readonly modules: readonly ContainerModule[];
  /** Tokens that it may take from the application's container: settings, a logger, a clock. Nothing else is visible. */
  readonly shared?: readonly ServiceIdentifier[];
  /** As of the application's container, where they are not inversify's own. A tenant has no parent. */
  readonly options?: Omit<ContainerOptions, 'parent'>;
}

/** One merchant's alone, by what it is. */
const never = { PROVIDER, ROUTES, JOURNAL, VAULT, SUBSCRIBER, PAYMENTS, TENANT, TENANT_NAME };

/**
 * Gives a merchant a place of its own in the application's container: its keys, its routes, its journal. Others reach it
 * by `@inject(PAYMENTS) @named('hats')` or by `TENANT`, and it reaches nothing of others.
 *
 * It is a container of its own and no child: inversify resolves a parent's bindings with those of the child that asks,
 * and keeps a singleton for all, so that the first merchant's keys would be everybody's. What is shared is resolved in
 * the application's container, where no merchant has anything. Where factories take their time, the engine is asked for
 * by `tenant.container.getAsync(PAYMENTS)`.
 *
 * @example
 * addTenant(container, 'hats', {
 *   shared: [SETTINGS],
 *   modules: [
 *     providerModule((settings, name) => createPaymega(settings[name].paymega), [SETTINGS, TENANT_NAME]),
 *     journalModule((settings, name) => createSqliteJournal({ file: settings[name].journal }), [SETTINGS, TENANT_NAME]),
 *     paymentsModule(),
 *   ],
 * });
 *
 * @throws DucatError `invalid_options` when there is a tenant of this name, or something is shared that must not be.
 */
export function addTenant(application: Container, name: string, parts: TenantParts): Tenant {
  const { modules, shared = [], options = {} } = parts;
  requireName(application, name);
  requireShareable(shared);
  const container = new Container(options);
  container.bind(TENANT_NAME).toConstantValue(name);
  for (const token of shared) container.bind(token).toDynamicValue(() => application.get(token));
  container.load(...modules);

  const tenant: Tenant = {
    name,
    container,
    async close() {
      await close(container);
      for (const binding of bound) await application.unbindAsync(binding.getIdentifier());
    },
  };
  const bound = [bindPayments(application, tenant), bindTenant(application, tenant)];
  for (const token of [PAYMENTS, TENANT]) forgetPlans(application, token);
  // Asked for once, or inversify would not let it go.
  return application.get(TENANT, { name });
}

/** By its name alone: who forgets the name, or mistypes it, gets an error and not another merchant's. */
function bindPayments(application: Container, { name, container }: Tenant): BoundServiceSyntax {
  const binding = application.bind(PAYMENTS).toDynamicValue(() => container.get(PAYMENTS));
  return binding.inTransientScope().whenNamed(name);
}

/** By its name, or with all the others. */
function bindTenant(application: Container, tenant: Tenant): BoundServiceSyntax {
  const binding = application.bind(TENANT).toConstantValue(tenant);
  const named = binding.when((asked) => asked.name === undefined || asked.name === tenant.name);
  return named.onDeactivation(async () => await close(tenant.container));
}

function requireName(application: Container, name: string): void {
  if (typeof name !== 'string' || name.trim() === '')
    refuse([{ path: 'TENANT_NAME', message: 'must be a string that is not blank' }]);
  if (application.isCurrentBound(TENANT, { name }))
    refuse([{ path: 'TENANT', message: `${JSON.stringify(name)} is there already: each tenant has its own name` }]);
}

function requireShareable(shared: readonly ServiceIdentifier[]): void {
  const wrong = Object.entries(never).filter(([, token]) => shared.includes(token));
  const message = 'belongs to one merchant and cannot be shared: load its module for each tenant';
  if (wrong.length > 0) refuse(wrong.map(([path]) => ({ path, message })));
}
