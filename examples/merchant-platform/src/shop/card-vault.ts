import { CardToken } from '@ducat/core';
import type { TokenVault } from '@ducat/payments';
import { inject, injectable } from 'inversify';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { MerchantSettings } from '../platform/settings.ts';
import { MERCHANT } from '../platform/settings.ts';

interface Sealed {
  readonly nonce: Buffer;
  readonly text: Buffer;
  readonly tag: Buffer;
}

const cipher = 'aes-256-gcm';

/** Keeps tokens of stored cards, encrypted with the merchant's own key. In earnest `#tokens` is a table. */
@injectable('Singleton')
export class CardVault implements TokenVault {
  readonly #key: Buffer;
  readonly #tokens = new Map<string, Sealed>();

  constructor(@inject(MERCHANT) { vaultKey }: MerchantSettings) {
    this.#key = Buffer.from(vaultKey, 'base64');
  }

  async save(token: CardToken, { payment }: { readonly payment: string }): Promise<void> {
    const nonce = randomBytes(12);
    const seal = createCipheriv(cipher, this.#key, nonce).setAAD(Buffer.from(payment));
    const text = Buffer.concat([seal.update(token.toStorage(), 'utf8'), seal.final()]);
    this.#tokens.set(payment, { nonce, text, tag: seal.getAuthTag() });
  }

  /** The token that was stored with this payment. */
  tokenOf(payment: string): CardToken | undefined {
    const sealed = this.#tokens.get(payment);
    if (sealed === undefined) return undefined;
    const open = createDecipheriv(cipher, this.#key, sealed.nonce).setAAD(Buffer.from(payment)).setAuthTag(sealed.tag);
    return CardToken.fromStorage(Buffer.concat([open.update(sealed.text), open.final()]).toString('utf8'));
  }
}
