import { supports } from '@ducat/core';
import type { ServerResponse } from 'node:http';
import { strict as assert } from 'node:assert';
import { gzipSync } from 'node:zlib';
import { askLookup } from '../../deed/ask.ts';
import { paymentsOf, payingBy } from '../../deed/payment.ts';
import type { Fault } from '../../network/fault.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { answering, assertOpen, paymentReference, underFaults } from './answers.ts';

const group = 'hostile provider';
const mebibyte = 1024 * 1024;
const enormous = 256 * mebibyte;
/** What kernels and streams may hold on the way, with room. */
const mostAccepted = 32 * mebibyte;

/** An answer of a provider is a few kilobytes. */
export const size: readonly ContractPromise[] = [
  {
    group,
    name: 'a body of 256 MiB is not taken in, announced or in chunks, although it would be readable',
    ports: [paying],
    abilities: ['ledger'],
    async keep(stage) {
      const sent = { bytes: 0 };
      for (const fault of [enormousBody(sent, true), enormousBody(sent, false)]) await keepOut(stage, fault, sent);
    },
  },
  {
    group,
    name: 'headers without an end are not taken in',
    ports: [paying],
    abilities: ['ledger'],
    async keep(stage) {
      const sent = { bytes: 0 };
      await keepOut(stage, endlessHeaders(sent), sent);
    },
  },
  {
    group,
    name: 'a compressed body that unpacks to 256 MiB is not unpacked, although it would be readable',
    ports: [paying],
    abilities: ['ledger'],
    async keep(stage) {
      // A gzip file may have many members, so that a quarter of a megabyte holds a quarter of a gigabyte.
      const spaces = gzipSync(Buffer.alloc(mebibyte, ' '));
      const padding = Array.from({ length: 256 }, () => spaces);
      const bomb = answering('a gzip bomb', ({ status, headers, body }) => {
        const packed = Buffer.concat([gzipSync(body), ...padding]);
        const length = String(packed.length);
        return { status, headers: { ...headers, 'content-encoding': 'gzip', 'content-length': length }, body: packed };
      });
      await keepOut(stage, bomb, { bytes: 0 });
    },
  },
];

async function keepOut(stage: Stage, fault: Fault, sent: { bytes: number }): Promise<void> {
  for (const facts of paymentsOf(stage)) {
    await underFaults(stage, facts, [fault], assertOpen);
  }
  if (supports(stage.provider, 'lookup')) {
    const providerReference = await paymentReference(stage);
    stage.front.plan(fault);
    const result = await askLookup(stage.provider, { operation: payingBy(stage.provider), providerReference });
    assert.equal(result.status, 'failed', fault.name);
  }
  assert(sent.bytes < mostAccepted, `${fault.name}: ${sent.bytes} bytes were taken in`);
}

/** Writes for as long as somebody takes it in. */
function pour(outgoing: ServerResponse, chunk: Uint8Array, most: number, sent: { bytes: number }): void {
  let left = most;
  sent.bytes = 0;
  const { socket } = outgoing;
  socket?.on('error', () => undefined);
  const write = (): void => {
    while (left > 0 && socket?.destroyed === false) {
      left -= chunk.length;
      sent.bytes += chunk.length;
      if (!outgoing.write(chunk)) {
        outgoing.once('drain', write);
        return;
      }
    }
    if (left <= 0) outgoing.end();
  };
  write();
}

function enormousBody(sent: { bytes: number }, isAnnounced: boolean): Fault {
  return {
    name: isAnnounced ? 'a body of 256 MiB' : 'chunks of 256 MiB',
    acts: true,
    show(outgoing, response) {
      assert(response);
      const length = isAnnounced ? { 'content-length': response.body.length + enormous } : {};
      outgoing.writeHead(response.status, { 'content-type': 'application/json', ...length });
      outgoing.write(response.body);
      pour(outgoing, Buffer.alloc(65_536, ' '), enormous, sent);
    },
  };
}

function endlessHeaders(sent: { bytes: number }): Fault {
  return {
    name: 'headers without an end',
    acts: true,
    show(outgoing) {
      const { socket } = outgoing;
      assert(socket);
      socket.write('HTTP/1.1 200 OK\r\n');
      const line = `x-padding: ${'x'.repeat(1000)}\r\n`.repeat(64);
      sent.bytes = 0;
      const write = (): void => {
        while (sent.bytes < enormous && !socket.destroyed) {
          sent.bytes += line.length;
          if (!socket.write(line)) return void socket.once('drain', write);
        }
      };
      socket.on('error', () => undefined);
      write();
    },
  };
}
