import { createHash } from 'node:crypto';

/** Customers are made implicitly: one per reference, the same for every invoice. */
export function customerId(referenceId: string): string {
  const digest = createHash('sha256').update(referenceId).digest('base64');
  return `cus_${digest.replace(/[^A-Za-z0-9]/g, '').slice(0, 16)}`;
}
