import type { Payments } from '@ducat/payments';

/** What an engine is made of and closes with itself: a provider or a journal. */
export interface Resource {
  close(): Promise<void>;
}

const engines = new WeakMap<Resource, Payments>();
const closings = new WeakMap<Resource, Promise<void>>();

/** The engine that was made of this provider or journal. */
export function engineOf(resource: Resource): Payments | undefined {
  return engines.get(resource);
}

/** From now on the engine closes them, and nobody else makes an engine of them. */
export function give(resources: readonly Resource[], engine: Payments): void {
  for (const resource of resources) engines.set(resource, engine);
}

/**
 * Closes it once, however many ask. Its engine does, when it has one: it waits for what is under way first, whatever
 * the order in which inversify lets things go.
 */
export async function closeResource(resource: Resource): Promise<void> {
  const closing = engineOf(resource)?.close() ?? closings.get(resource) ?? resource.close();
  closings.set(resource, closing);
  await closing;
}
