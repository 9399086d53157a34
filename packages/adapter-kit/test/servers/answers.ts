/** A complete HTTP/1.1 answer with a length, fit to be written to a socket. */
export function answerOf(status: number, body: string | Uint8Array, headers: readonly string[] = []): Buffer {
  const bytes = Buffer.from(body);
  const lines = [`HTTP/1.1 ${status} Text`, `content-length: ${bytes.length}`, ...headers];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), bytes]);
}

/** A complete JSON answer with status 200. */
export function jsonAnswer(value: unknown): Buffer {
  return answerOf(200, JSON.stringify(value), ['content-type: application/json']);
}

/** The head of a chunked answer with status 200; chunks follow. */
export const chunkedHead = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';

/** One chunk of a chunked answer. */
export function chunkOf(bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);
}

export const lastChunk = '0\r\n\r\n';
