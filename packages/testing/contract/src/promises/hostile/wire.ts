import { strict as assert } from 'node:assert';
import { askLookup } from '../../deed/ask.ts';
import { Deeds } from '../../deed/deed.ts';
import { paymentsOf, payingBy } from '../../deed/payment.ts';
import { assertTrue, endOf, wordFor } from '../../deed/truth.ts';
import type { SurfaceResponse } from '../../harness/http.ts';
import type { Fault } from '../../network/fault.ts';
import { oddities } from '../../network/faults.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import { answering, assertOpen, paymentReference, underFaults } from './answers.ts';

const group = 'hostile provider';

/** Not in any table; two, three and four bytes a character. */
const word = 'завершено_☃_🎩';

/** Bytes on the wire that are not quite HTTP. */
export const wire: readonly ContractPromise[] = [
  {
    group,
    name: 'text is whole when every byte of it comes in a chunk of its own (defect 21)',
    ports: [paying, 'lookup'],
    abilities: ['next.status'],
    async keep(stage) {
      const providerReference = await paymentReference(stage);
      const [byteByByte] = oddities;
      assert(byteByByte);
      stage.world.next?.status?.(word);
      stage.front.plan(byteByByte);
      const result = await askLookup(stage.provider, { operation: payingBy(stage.provider), providerReference });
      assert(result.status === 'found', `found, not ${result.status}`);
      assert(Object.values(result.transactions[0].outcome.raw).includes(word), 'the word is what was sent');
    },
  },
  {
    group,
    name: 'an answer whose length contradicts itself, or that is not HTTP, proves nothing',
    ports: [paying],
    abilities: ['ledger'],
    async keep(stage) {
      for (const facts of paymentsOf(stage)) {
        await underFaults(stage, facts, lies, assertOpen);
      }
    },
  },
  {
    group,
    name: 'bytes that follow an answer are not taken for the answer to the next request',
    ports: [paying],
    abilities: ['ledger', 'cards.declined'],
    async keep(stage) {
      const [facts] = paymentsOf(stage);
      assert(facts);
      const deeds = new Deeds(stage);
      const deed = await deeds.ready(facts);
      stage.front.plan(twoAnswers, 0);
      stage.front.plan(twoAnswers, 1);
      const ended = await endOf(deed.perform(stage.attempt()));
      assertTrue(ended, deed, 'an answer and a second one behind it');
      const next = await deeds.ready(facts, 'declined');
      const told = await endOf(next.perform(stage.attempt()));
      assertTrue(told, next, 'the call after it');
      assert(wordFor(told) !== next.usual, 'it is not told of the success of another');
    },
  },
];

function headOf({ status, headers }: SurfaceResponse, lengths: readonly string[]): string {
  const type = headers['content-type'] ?? 'application/json';
  return [`HTTP/1.1 ${status} OK`, `content-type: ${type}`, ...lengths, '', ''].join('\r\n');
}

function raw(name: string, write: (response: SurfaceResponse) => readonly (string | Uint8Array)[]): Fault {
  return {
    name,
    acts: true,
    show({ socket }, response) {
      assert(socket && response);
      socket.on('error', () => undefined);
      for (const part of write(response)) socket.write(part);
      socket.end();
    },
  };
}

const lies: readonly Fault[] = [
  raw('a length that is too short', (response) => [
    headOf(response, [`content-length: ${response.body.length >> 1}`]),
    response.body,
  ]),
  raw('two lengths', (response) => [
    headOf(response, [`content-length: ${response.body.length}`, `content-length: ${response.body.length >> 1}`]),
    response.body,
  ]),
  raw('a length below zero', (response) => [headOf(response, ['content-length: -1']), response.body]),
  raw('a length and chunks', (response) => [
    headOf(response, [`content-length: ${response.body.length}`, 'transfer-encoding: chunked']),
    `${response.body.length.toString(16)}\r\n`,
    response.body,
    '\r\n0\r\n\r\n',
  ]),
  raw('chunks without an end', (response) => [
    headOf(response, ['transfer-encoding: chunked']),
    `${response.body.length.toString(16)}\r\n`,
    response.body,
    '\r\n',
  ]),
  raw('a chunk whose size is no number', (response) => [
    headOf(response, ['transfer-encoding: chunked']),
    'size\r\n',
    response.body,
    '\r\n0\r\n\r\n',
  ]),
  raw('JSON without HTTP', ({ body }) => [body]),
  raw('another protocol', () => ['SSH-2.0-OpenSSH_9.9\r\n']),
  raw('switching protocols', () => ['HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n']),
  raw('a status that is none', ({ body }) => [`HTTP/1.1 2OO OK\r\ncontent-length: ${body.length}\r\n\r\n`, body]),
  answering('HTTP 204', () => ({ status: 204, headers: {}, body: new Uint8Array() })),
  answering('HTTP 304', () => ({ status: 304, headers: {}, body: new Uint8Array() })),
];

/** The same answer twice on one connection, which stays open. */
const twoAnswers: Fault = {
  name: 'two answers',
  acts: true,
  show({ socket }, response) {
    assert(socket && response);
    socket.on('error', () => undefined);
    const head = headOf(response, [`content-length: ${response.body.length}`]);
    socket.write(Buffer.concat([Buffer.from(head), response.body, Buffer.from(head), response.body]));
  },
};
