import type { Json, JsonObject } from './json.ts';
import { again, isList, isObject, mark, numberIn, textIn } from './json.ts';

/** A body is never larger than what the transport lets through. */
const largest = 1024 * 1024 - 64;

/** The JSON text of an input, with its marks written out. */
export function writeJson(value: Json): string {
  // Nearly every input is plain, and the engine's own writer is ten times as fast.
  const text = JSON.stringify(value);
  return text.includes(mark) ? write(value, { left: largest }) : text;
}

interface Room {
  left: number;
}

function write(value: Json, room: Room): string {
  if (isList(value)) return `[${value.map((item) => write(item, room)).join(',')}]`;
  if (!isObject(value)) return spend(JSON.stringify(value), room);
  if (mark in value) return writeMark(value, room);
  const pairs = Object.entries(value).map(([key, item]) => {
    const name = key.endsWith(again) ? key.slice(0, -again.length) : key;
    return `${spend(JSON.stringify(name), room)}:${write(item, room)}`;
  });
  return `{${pairs.join(',')}}`;
}

function writeMark(value: JsonObject, room: Room): string {
  const { [mark]: kind, of = null, count = 0, text } = value;
  switch (textIn(kind)) {
    case 'raw':
      return spend(textIn(text), room);
    case 'text':
      return `"${fill(textIn(of) || 'a', numberIn(count), room)}"`;
    case 'arrays':
      return around('[', ']', '', numberIn(count), room);
    case 'objects':
      return around('{"a":', '}', '1', numberIn(count), room);
    case 'list': {
      const item = write(of, room);
      return `[${fill(`${item},`, numberIn(count), room)}${item}]`;
    }
    case 'keys': {
      const item = write(of, room);
      const most = Math.min(numberIn(count), Math.floor(room.left / (item.length + 10)));
      room.left -= most * (item.length + 10);
      return `{${Array.from({ length: most }, (_, index) => `"k${index}":${item}`).join(',')}}`;
    }
    default:
      return 'null';
  }
}

function fill(piece: string, count: number, room: Room): string {
  const times = Math.max(0, Math.min(count, Math.floor(room.left / piece.length)));
  return spend(piece.repeat(times), room);
}

function around(open: string, close: string, inner: string, count: number, room: Room): string {
  const times = Math.max(0, Math.min(count, Math.floor(room.left / (open.length + close.length))));
  return spend(open.repeat(times) + inner + close.repeat(times), room);
}

function spend(text: string, room: Room): string {
  room.left -= text.length;
  return text;
}
