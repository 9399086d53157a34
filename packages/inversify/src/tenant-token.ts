import type { Container, ServiceIdentifier } from 'inversify';

/** A merchant of a platform, with everything that is its own. */
export interface Tenant {
  readonly name: string;
  /** What is bound here belongs to this tenant, but for what was shared with it; no other tenant can see it. */
  readonly container: Container;
  /** Closes what the tenant has open and takes it out of the application's container. */
  close(): Promise<void>;
}

/** The tenants of a container: all of them by `@multiInject(TENANT)`, one by `@inject(TENANT) @named('hats')`. */
export const TENANT: ServiceIdentifier<Tenant> = Symbol.for('@ducat/inversify TENANT, of addTenant(...)');
