import { createSqliteJournal } from '@ducat/journal-sqlite';
import type { Logger } from '@ducat/payments';
import { createWebHandlers } from '@ducat/web';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPayments } from './payments/engine.ts';
import { openVault } from './payments/vault.ts';
import { watchedJournal } from './payments/watched-journal.ts';
import { listenOnLoopback } from './server.ts';
import { createCashier } from './shop/cashier.ts';
import type { Session } from './shop/session.ts';
import { createSite } from './site/site.ts';
import { News } from './story/news.ts';
import { Notes } from './story/notes.ts';
import { createStoryteller } from './story/storyteller.ts';
import { tellWebEvent } from './story/web-words.ts';
import type { Town } from './town/town.ts';
import { openTown } from './town/town.ts';

export interface StorefrontOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly logger: Logger;
}

/** The shop with everything around it, on this machine. */
export interface Storefront {
  readonly origin: string;
  readonly town: Town;
  /** Where the journal lies until the shop is closed. */
  readonly folder: string;
  close(): Promise<void>;
}

export async function openStorefront({ port, logger }: StorefrontOptions): Promise<Storefront> {
  const [news, notes, vault] = [new News(), new Notes(), openVault()];
  const [folder, server, town] = await Promise.all([
    mkdtemp(join(tmpdir(), 'ducat-storefront-')),
    listenOnLoopback(port),
    openTown(() => news.tell()),
  ]);
  const journal = watchedJournal(createSqliteJournal({ file: join(folder, 'journal.sqlite') }), () => news.tell());
  const payments = openPayments({ providers: town.providers.map(({ provider }) => provider), journal, vault, logger });
  const web = createWebHandlers({
    payments,
    baseUrl: `${server.origin}/payments`,
    linkKeys: [randomBytes(32).toString('base64url')],
    resultUrl: `${server.origin}/returned`,
    frameAncestors: ['self'],
    // The providers are on this machine, over http. In earnest this option is left out.
    allowLoopback: true,
    onEvent(event) {
      // That one stands in the journal, and so in the story.
      if (event.type === 'webhook_received' && event.status === 'recorded') return;
      const { happening, payment } = tellWebEvent(event);
      notes.add(happening, payment);
      news.tell();
    },
  });
  const latest = new WeakMap<Session, string>();
  const cashier = createCashier({ payments, web, vault, begins: (session, { key }) => void latest.set(session, key) });
  const storyteller = createStoryteller({ payments, journal, town, notes });
  const host = (): string => new URL(server.origin).host;
  const parts = { host, town, payments, web, vault, cashier, storyteller, notes, news, logger, latest };
  const site = await createSite(parts);
  server.serve((request) => site.fetch(request));
  return {
    origin: server.origin,
    town,
    folder,
    async close() {
      await server.close();
      await payments.close();
      await town.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
