import type { Container, ServiceIdentifier } from 'inversify';
import { ENGINE_ROOM } from './engine-room.ts';
import { closeResource } from './ownership.ts';
import { HANDED_OVER } from './resource.ts';
import { TENANT } from './tenant-token.ts';

const closings = new WeakMap<Container, Promise<void>>();

/**
 * Closes a container: first its engines and those of its tenants, each of which waits for what is under way and closes
 * its providers' sockets and its journal; then everything else by inversify's own `unbindAllAsync`. So a vault or a
 * database of the application is there until the last payment is written.
 *
 * Everything is closed once, however often this is called; what was never made is not made.
 */
export async function close(container: Container): Promise<void> {
  const closing = closings.get(container) ?? closeInOrder(container);
  closings.set(container, closing);
  try {
    await closing;
  } finally {
    closings.delete(container);
  }
}

async function closeInOrder(container: Container): Promise<void> {
  // What a parent has is the parent's to close.
  const own = <Value>(token: ServiceIdentifier<Value>): Value[] =>
    container.isCurrentBound(token) ? container.getAll(token) : [];
  const [rooms, tenants, resources] = [own(ENGINE_ROOM), own(TENANT), own(HANDED_OVER)];
  await Promise.allSettled([...rooms.map((room) => room.close()), ...tenants.map((tenant) => close(tenant.container))]);
  await Promise.allSettled(resources.map(closeResource));
  await container.unbindAllAsync();
}
