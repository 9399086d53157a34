import type { Port, Supporting } from '@ducat/core';
import { challenge, lookup } from './asking-ports.ts';
import { Client } from './client.ts';
import { limits } from './limits.ts';
import { moneyPorts } from './money-ports.ts';
import type { ReferenceOptions } from './options.ts';
import { readOptions } from './options.ts';
import type { Parts } from './parts.ts';
import { parts } from './parts.ts';
import { webhook } from './webhook.ts';

/** An account at the reference bank, with every port. */
export function createReference(options: ReferenceOptions, exchanged: Partial<Parts> = {}): Supporting<Port> {
  const settings = readOptions(options);
  const client = new Client(settings, { ...parts, ...exchanged });
  return {
    id: settings.id,
    limits,
    ...moneyPorts(client),
    challenge: challenge(client),
    lookup: lookup(client),
    webhook: webhook(client),
    close: () => client.close(),
  };
}
