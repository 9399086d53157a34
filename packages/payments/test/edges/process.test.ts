import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openWorld, order } from '../world/world.ts';

const key = { key: 'order-1' };

/** Runs the program of the process that this file's neighbour describes; what it printed, when it ended by itself. */
async function run(program: string): Promise<string> {
  const flags = ['--conditions=ducat-source', fileURLToPath(new URL('program.ts', import.meta.url)), program];
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'], timeout: 15_000 });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  return `${printed.trim()} (${code ?? signal})`;
}

describe('an engine that is never closed', () => {
  test('keeps no process alive that has nothing else to do', async () => {
    expect(await run('idle')).toBe('open (0)');
  });

  test('keeps it alive while a call is in flight, also one that only waits for its deadline', async () => {
    const printed = await run('charging');
    expect(printed).toContain('answered approved');
    expect(printed).toContain('told payment.approved');
    expect(printed).toContain('(0)');
  });
});

describe('closing', () => {
  test('waits for what is under way, which is written down before the journal is closed', async () => {
    const world = openWorld();
    const payments = world.open({ recovery: {} });
    world.paymega.transport.beforeAnswer(() => new Promise((resolve) => world.clock.schedule(3000, resolve)), '/sale');
    const running = payments.charge(order(), key);
    await world.clock.advance(0);
    let isClosed = false;
    const closing = payments.close().then(() => {
      isClosed = true;
    });
    await world.clock.advance(2000);
    expect(isClosed).toBe(false);
    await world.clock.advance(2000);
    await closing;
    expect((await running).status).toBe('approved');
  });

  test('ends in its time though a provider never answers', async () => {
    const world = openWorld();
    const payments = world.open({ recovery: {}, limits: { closeMilliseconds: 10_000 } });
    world.paymega.transport.beforeAnswer(() => new Promise(() => undefined));
    payments.charge(order(), key).catch(() => undefined);
    await world.clock.advance(0);
    let isClosed = false;
    const closing = payments.close().then(() => {
      isClosed = true;
    });
    await world.clock.advance(9000);
    expect(isClosed).toBe(false);
    await world.clock.advance(2000);
    await closing;
  });

  test('lets nothing more begin: nothing is sent, and another engine may be asked', async () => {
    const world = openWorld();
    const payments = world.open();
    await payments.close();
    const refused = { code: 'journal_failed', effect: 'none', retry: 'safe' };
    await expect(payments.charge(order(), key)).rejects.toMatchObject(refused);
    await expect(payments.get('order-1')).rejects.toMatchObject(refused);
    expect(world.ledger()).toEqual([]);
  });

  test('twice is closing once', async () => {
    const world = openWorld();
    let times = 0;
    const close = async (): Promise<void> => void (times += 1);
    const payments = world.open({ providers: [{ ...world.paymega.provider, close }] });
    await Promise.all([payments.close(), payments.close()]);
    await payments.close();
    expect(times).toBe(1);
  });

  test('closes the journal also when a provider cannot be closed', async () => {
    const world = openWorld();
    const close = (): Promise<void> => Promise.reject(new Error('stuck'));
    await world.open({ providers: [{ ...world.paymega.provider, close }] }).close();
    await expect(world.journal.read('order-1')).rejects.toMatchObject({ message: 'the journal is closed' });
  });
});
