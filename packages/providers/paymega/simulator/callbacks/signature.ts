import { createHash } from 'node:crypto';

/** Documented on the callbacks page: base64 of the binary SHA-1 over key, raw body, key. */
export function signCallback(privateKey: string, body: Uint8Array): string {
  return createHash('sha1').update(privateKey).update(body).update(privateKey).digest('base64');
}
