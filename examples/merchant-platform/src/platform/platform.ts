import type { Tenant } from '@ducat/inversify';
import { addTenant, TENANT } from '@ducat/inversify';
import { Container, inject, injectable, multiInject } from 'inversify';
import { Reconciliation } from '../night/reconciliation.ts';
import type { Report } from '../night/reconciliation.ts';
import { merchantModules } from './merchant-modules.ts';
import type { MerchantSettings } from './settings.ts';
import { MERCHANTS } from './settings.ts';

/** The platform's one container, with a tenant for each merchant. Nothing is opened before it is asked for. */
export function composePlatform(merchants: readonly MerchantSettings[]): Container {
  const container = new Container();
  container.bind(MERCHANTS).toConstantValue(merchants);
  container.bind(Platform).toSelf();
  for (const { name } of merchants) addTenant(container, name, { shared: [MERCHANTS], modules: merchantModules });
  return container;
}

/** What concerns all merchants. */
@injectable('Singleton')
export class Platform {
  readonly #tenants: readonly Tenant[];
  readonly #merchants: readonly MerchantSettings[];

  constructor(@multiInject(TENANT) tenants: Tenant[], @inject(MERCHANTS) merchants: readonly MerchantSettings[]) {
    this.#tenants = tenants;
    this.#merchants = merchants;
  }

  get names(): readonly string[] {
    return this.#merchants.map(({ name }) => name);
  }

  /** The container of one merchant: what a request for this merchant is served from. */
  of(name: string): Container | undefined {
    return this.#tenants.find((tenant) => tenant.name === name)?.container;
  }

  /** The nightly job, one merchant after the other. */
  async reconcile(): Promise<readonly Report[]> {
    const reports: Report[] = [];
    for (const { container } of this.#tenants) reports.push(await container.get(Reconciliation).run());
    return reports;
  }
}
