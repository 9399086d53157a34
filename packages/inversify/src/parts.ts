import type { Journal, Provider } from '@ducat/core';
import type { PaymentsOptions, Subscriber, TokenVault } from '@ducat/payments';
import type { Router, Routes } from '@ducat/router';

/** What belongs to one merchant, as the container that asks for the engine sees it: all bindings of each token. */
export interface Parts {
  readonly PROVIDER: readonly Provider[];
  readonly JOURNAL: readonly Journal[];
  readonly ROUTES: readonly (Router | Routes)[];
  readonly VAULT: readonly TokenVault[];
  readonly SUBSCRIBER: readonly Subscriber[];
}

/** The rest of what an engine is made of, and whose it is. */
export interface Surroundings {
  readonly options: Omit<PaymentsOptions, 'providers' | 'journal' | 'routes' | 'vault' | 'subscribers'>;
  readonly tenant: string | undefined;
}
