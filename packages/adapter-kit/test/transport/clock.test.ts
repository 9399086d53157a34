import { describe, expect, test, vi } from 'vitest';
import { budgetOf, systemClock } from '../../src/index.ts';
import { closedPort, startRawServer } from '../servers/raw-server.ts';
import { answerOf } from '../servers/answers.ts';
import { failureOf, post, transportTo } from './sending.ts';
import { VirtualClock } from './virtual-clock.ts';

describe('a deadline by a clock of the caller', () => {
  test('ends a call when that clock says so, and not before', async () => {
    const clock = new VirtualClock(1_000);
    const server = await startRawServer(() => {});
    let ended = false;
    const failure = failureOf(transportTo([server.origin]).send(post(server.origin), budgetOf({ clock }, 60_000)));
    void failure.then(() => (ended = true));
    await expect.poll(() => server.requests.length).toBe(1);
    clock.advance(59_999);
    await new Promise(setImmediate);
    expect(ended).toBe(false);
    clock.advance(1);
    expect(await failure).toMatchObject({ code: 'deadline_exceeded', effect: 'possible' });
  });

  test('that has passed by that clock alone sends nothing', async () => {
    const server = await startRawServer(() => {});
    const clock = new VirtualClock(Date.now() + 1_000_000);
    const failure = failureOf(
      transportTo([server.origin]).send(post(server.origin), budgetOf({ clock, deadline: Date.now() + 60_000 }, 1)),
    );
    expect(await failure).toMatchObject({ code: 'deadline_exceeded', effect: 'none' });
    expect(server.connections()).toBe(0);
  });

  test('leaves nothing behind in that clock when the call is over', async () => {
    const clock = new VirtualClock(0);
    const server = await startRawServer((socket) => socket.write(answerOf(200, '{}')));
    const refusing = `http://127.0.0.1:${await closedPort()}`;
    const transport = transportTo([server.origin, refusing]);
    await transport.send(post(server.origin), budgetOf({ clock }, 1000));
    await failureOf(transport.send(post(refusing), budgetOf({ clock }, 1000)));
    expect(clock.waiting).toBe(0);
  });
});

describe('a budget', () => {
  test('has the deadline that the caller names, or the default from now', () => {
    const clock = new VirtualClock(500);
    expect(budgetOf({ clock }, 100).deadline).toBe(600);
    expect(budgetOf({ clock, deadline: 7 }, 100).deadline).toBe(7);
  });

  test.each([Number.NaN, '2030-01-01', new Date(), 5n])(
    'is refused for a deadline that is no number: %s',
    (deadline) => {
      expect(() => budgetOf({ deadline: deadline as unknown as number }, 100)).toThrow(
        expect.objectContaining({ code: 'invalid_request', effect: 'none' }),
      );
    },
  );

  test('is refused for an AbortController in the place of its signal', () => {
    const signal = new AbortController() as unknown as AbortSignal;
    expect(() => budgetOf({ signal }, 100)).toThrow(
      expect.objectContaining({ code: 'invalid_request', effect: 'none' }),
    );
  });

  test.each([Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY])(
    'may be as good as endless without ending at once: %d',
    async (deadline) => {
      const warnings = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
      const server = await startRawServer((socket) => void setTimeout(() => socket.write(answerOf(200, '{}')), 30));
      const response = await transportTo([server.origin]).send(post(server.origin), budgetOf({ deadline }, 100));
      expect(response.status).toBe(200);
      expect(warnings).not.toHaveBeenCalled();
      warnings.mockRestore();
    },
  );
});

describe('the clock of the machine', () => {
  test('runs a task once, and not when it is canceled', async () => {
    const task = vi.fn<() => void>();
    systemClock.schedule(1, task);
    systemClock.schedule(1, task).cancel();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(task).toHaveBeenCalledTimes(1);
  });
});
