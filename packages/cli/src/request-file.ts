import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { createInterface } from 'node:readline';
import { CsvError, parse } from 'csv-parse';
import { nestCells } from './csv-cells.ts';
import { Problem } from './problem.ts';
import type { ReadRequest } from './request-record.ts';
import { readRequest } from './request-record.ts';

/** A file of requests, read as a stream: its length costs no memory. */
export interface RequestFile {
  readonly name: string;
  readonly bytes: number;
  /** How many bytes have been read. */
  readonly readBytes: () => number;
  /** @throws Problem that names the line and the field of the first request that is wrong. */
  requests(): AsyncGenerator<ReadRequest>;
}

interface Row {
  readonly line: number;
  readonly value: unknown;
}

/** @throws Problem when there is no such file, or it is neither CSV nor JSON lines. */
export async function openRequestFile(path: string, now: number): Promise<RequestFile> {
  const name = basename(path);
  const kind = extname(path).toLowerCase();
  if (!['.csv', '.jsonl', '.ndjson'].includes(kind)) throw new Problem(`${name}: must be .csv, .jsonl or .ndjson`);
  const { size } = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Problem(`${name}: cannot be read: ${error.code ?? error.message}`);
  });
  const stream = createReadStream(path);
  return {
    name,
    bytes: size,
    readBytes: () => stream.bytesRead,
    async *requests() {
      let number = 0;
      try {
        for await (const { line, value } of kind === '.csv' ? csvRows(stream, name) : jsonRows(stream, name)) {
          number += 1;
          const read = readRequest(value, number, now);
          if ('message' in read) throw new Problem(`${name}:${line}: ${read.path}: ${read.message}`);
          yield read;
        }
      } catch (error) {
        if (error instanceof CsvError)
          throw new Problem(
            `${name}:${typeof error['lines'] === 'number' ? error['lines'] : '?'}: is no CSV: ${csvWords(error)}`,
          );
        if (error instanceof Error && 'syscall' in error)
          throw new Problem(`${name}: cannot be read: ${error.message}`);
        throw error;
      } finally {
        stream.destroy();
      }
    },
  };
}

async function* csvRows(stream: NodeJS.ReadableStream, name: string): AsyncGenerator<Row> {
  const rows = stream.pipe(parse({ bom: true, columns: true, info: true, trim: true, skip_empty_lines: true }));
  // pipe() does not pass errors on, and nobody would hear that the disk failed.
  stream.on('error', (error) => rows.destroy(error));
  for await (const row of rows as AsyncIterable<{
    readonly record: Record<string, string>;
    readonly info: { readonly lines: number };
  }>) {
    const { value, wrong } = nestCells(row.record);
    if (wrong !== undefined) throw new Problem(`${name}:1: ${wrong}: is not a known column; check its spelling`);
    yield { line: row.info.lines, value };
  }
}

async function* jsonRows(stream: NodeJS.ReadableStream, name: string): AsyncGenerator<Row> {
  let line = 0;
  for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() !== '') yield { line, value: parseLine(text, `${name}:${line}`) };
  }
}

// The parser's own message would quote the line.
function parseLine(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(`${where}: is no JSON`);
  }
}

function csvWords({ code }: CsvError): string {
  return code.toLowerCase().replace(/^csv_/, '').replaceAll('_', ' ');
}
