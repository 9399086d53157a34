import { generateKeyPairSync, sign } from 'node:crypto';

/** A key and a certificate for 127.0.0.1 that nobody but itself vouches for, made anew for every run. */
export function selfSignedCertificate(): { readonly key: string; readonly cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(objectIdentifier('2a8648ce3d040302'));
  const commonName = sequence(objectIdentifier('550403'), element(0x0c, Buffer.from('127.0.0.1')));
  const name = sequence(element(0x31, commonName));
  const validity = sequence(time('20200101000000Z'), time('20990101000000Z'));
  const address = element(0x87, Buffer.from([127, 0, 0, 1]));
  const alternativeName = sequence(objectIdentifier('551d11'), element(0x04, sequence(address)));
  const content = sequence(
    element(0xa0, element(0x02, Buffer.from([2]))),
    element(0x02, Buffer.from([1])),
    algorithm,
    name,
    validity,
    name,
    publicKey.export({ format: 'der', type: 'spki' }),
    element(0xa3, sequence(alternativeName)),
  );
  const signature = element(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', content, privateKey)]));
  const body = sequence(content, algorithm, signature).toString('base64');
  return {
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${body.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  };
}

function element(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return element(0x30, Buffer.concat(parts));
}

function objectIdentifier(hexadecimal: string): Buffer {
  return element(0x06, Buffer.from(hexadecimal, 'hex'));
}

function time(text: string): Buffer {
  return element(0x18, Buffer.from(text));
}
