import type { PayCross } from '@ducat/paycross';
import { createPayCross } from '@ducat/paycross';
import type { Addresses } from '../server/addresses.ts';

// Any key of this size: no webhook comes.
const publicKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsqpxOdRPQfdm4ZaMEqW9oLCuFzJ04Jm+qu62wqhREkmVIFnHE2VF' +
  'ExxaR2wAS5yC0gmbvuhXn7Pdgo+HWKZhTNbFVZex5qhG6h3bqwbUarPDCB1SvcXEIiUNMYRO2f5pe+M4At5G93e6/4pqf4X1' +
  'zd6gavVSWdJbZ916DV24B0ZbcH7+hUY0zl+vQi+wPbAgbJVGyu1TV69VG/RVFjPJl5Vmph/9eJ8JoAWeDzch5wHuB9NgX+ha' +
  'fK0i/V3ELjS4yiDdjkJvq6hCOZrDufCjV1BsJp1KsPbOvGd+EJJWY5+4VxuDMpuLFmRVoEebKorPd64cGqhwTUw3VMltxi+W' +
  'ZwIDAQAB';

/** A PayCross shop at the server of the run. */
export function openShop({ plain }: Pick<Addresses, 'plain'>): PayCross {
  return createPayCross({
    shopId: '361',
    secretKey: 'secret-key-1',
    webhookPublicKey: publicKey,
    baseUrl: plain,
    testMode: true,
  });
}
