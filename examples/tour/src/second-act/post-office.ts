import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MerchantProcess } from './merchant-process.ts';

/** Where providers post their webhooks: handed to the merchant's process while it lives, refused while it does not. */
export interface PostOffice {
  readonly url: string;
  deliverTo(merchant: MerchantProcess | undefined): void;
  close(): Promise<void>;
}

export async function openPostOffice(): Promise<PostOffice> {
  let merchant: MerchantProcess | undefined;
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const headers = Object.fromEntries(
        Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
      );
      const provider = 'x-signature' in headers ? 'paymega' : 'paycross';
      merchant?.ask({ kind: 'webhook', provider, headers, body: Buffer.concat(chunks).toString('base64') });
      outgoing.writeHead(merchant === undefined ? 503 : 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    deliverTo: (next) => void (merchant = next),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
