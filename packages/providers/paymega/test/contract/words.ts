import type { SurfaceResponse } from '@ducat/contract';

/**
 * The answer with this status on the refunds that it lists too, where the word stands as a status already: an invoice
 * says it of itself and of each of its refunds. `undefined` when the answer does not say the word.
 */
export function sayOfRefunds(word: string, response: SurfaceResponse): SurfaceResponse | undefined {
  const text = Buffer.from(response.body).toString('utf8');
  if (!text.includes(JSON.stringify(word))) return undefined;
  const changed = text.replace(/"refunds":\[[^\]]*\]/g, (list) =>
    list.replace(/"status":"[^"]*"/g, () => `"status":${JSON.stringify(word)}`),
  );
  const body = Buffer.from(changed, 'utf8');
  return { ...response, headers: { ...response.headers, 'content-length': String(body.length) }, body };
}
