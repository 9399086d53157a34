import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Place } from '@ducat/router';
import type { Document, Node } from 'yaml';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { Problem } from './problem.ts';

/** A YAML or JSON file, with the line of everything in it. */
export interface DataFile {
  /** As it is shown. */
  readonly name: string;
  readonly value: unknown;
  /** The line on which something stands; of what is missing, the line of what it is missing in. */
  lineOf(place: Place): number;
}

/** @throws Problem when it cannot be read or is neither YAML nor JSON. */
export async function readDataFile(path: string): Promise<DataFile> {
  const name = basename(path);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Problem(`${name}: cannot be read: ${error.code ?? error.message}`);
  });
  const lines = new LineCounter();
  // JSON is YAML too, so that one parser knows the lines of both.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const error = document.errors[0] ?? document.warnings[0];
  if (error !== undefined) throw new Problem(`${name}:${lines.linePos(error.pos[0]).line}: ${error.message}`);
  let value: unknown;
  try {
    value = document.toJS();
  } catch {
    throw new Problem(`${name}: has too many aliases`);
  }
  return { name, value, lineOf: (place) => lines.linePos(offsetOf(document, place)).line };
}

function offsetOf(document: Document.Parsed, place: Place): number {
  let node: Node | null | undefined = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const part of place) {
    const into: Node | null | undefined = isAlias(node) ? node.resolve(document) : node;
    const found = isMap(into) ? entryOf(into.items, part) : isSeq(into) ? into.items[Number(part)] : undefined;
    if (!isNode(found) && found === undefined) break;
    const pair = found as { readonly key?: unknown; readonly value?: unknown };
    const start = isMap(into) ? pair.key : found;
    node = (isMap(into) ? pair.value : found) as Node | null | undefined;
    offset = (isNode(start) ? start.range?.[0] : undefined) ?? offset;
  }
  return offset;
}

function entryOf<Pair extends { readonly key: unknown }>(
  pairs: readonly Pair[],
  name: string | number,
): Pair | undefined {
  return pairs.find(({ key }) => isScalar(key) && String(key.value) === String(name));
}
