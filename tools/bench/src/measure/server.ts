import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { startProcess } from '../conversation.ts';
import type { Addresses } from '../server/addresses.ts';

/** The server that all clients of a run speak with. */
export interface Server {
  readonly addresses: Addresses;
  /** The certificate that clients have to trust. */
  readonly certificateFile: string;
  close(): Promise<void>;
}

export async function startServer(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'ducat-bench-server-'));
  const [keyFile, certificateFile] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keyType: 'ec',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  writeFileSync(keyFile, key, { mode: 0o600 });
  writeFileSync(certificateFile, cert);
  const server = await startProcess('server', [keyFile, certificateFile]);
  return {
    addresses: server.ready as Addresses,
    certificateFile,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
