import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

export interface SigningKey {
  /** As the back office shows it: base64 of the SPKI DER on one line, without armour. */
  readonly publicKey: string;
  /** RSA PKCS#1 v1.5 with SHA-256 over the raw bytes, in base64. */
  sign(body: Uint8Array): string;
}

export function generatePrivateKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}

export function createSigningKey(privateKey: KeyObject | string): SigningKey {
  const key = typeof privateKey === 'string' ? createPrivateKey(privateKey) : privateKey;
  return {
    publicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (body) => sign('sha256', body, key).toString('base64'),
  };
}
