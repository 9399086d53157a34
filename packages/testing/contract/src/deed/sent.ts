import { leavesOf } from '../json-leaves.ts';
import type { SeenRequest } from '../network/front.ts';
import type { Stage } from '../stage.ts';

/** What stood at each place of the requests that a call made, in JSON and in forms. */
export async function sentBy(stage: Stage, call: () => Promise<unknown>): Promise<ReadonlyMap<string, unknown>> {
  const before = stage.front.seen.length;
  await call();
  const requests = stage.front.seen.slice(before);
  return new Map(
    requests.flatMap((request, index) => valuesIn(request).map(([at, value]) => [`${index} ${at}`, value])),
  );
}

function valuesIn({ headers, body }: SeenRequest): readonly (readonly [place: string, value: unknown])[] {
  const text = Buffer.from(body).toString('utf8');
  if (String(headers['content-type']).includes('urlencoded')) return [...new URLSearchParams(text)];
  if (!text.startsWith('{')) return [];
  return leavesOf(JSON.parse(text) as unknown).map(({ path, value }) => [path.join('.'), value]);
}
