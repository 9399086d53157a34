import { createMemoryJournal } from '@ducat/journal-memory';
import type { Client, Surroundings } from './client.ts';
import { openEngine } from './engine.ts';

/** The engine with a journal that costs next to nothing: what the engine itself costs. */
export async function openEngineInMemory({ addresses }: Surroundings): Promise<Client> {
  return openEngine(addresses, createMemoryJournal());
}
