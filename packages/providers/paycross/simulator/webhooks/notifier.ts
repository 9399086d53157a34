import { bytes } from '@ducat/simulator';
import type { Courier } from '@ducat/simulator';

import { basicCredentials } from '../gateway/authentication.ts';
import type { Account } from '../gateway/authentication.ts';
import type { Rewrite } from '../gateway/faults.ts';
import type { Platform } from '../platform.ts';
import { textOf } from '../requests/json-object.ts';
import { envelop, transactionFields } from '../responses/transaction-body.ts';
import type { Transaction } from '../transactions/transaction.ts';
import type { SigningKey } from './signing-key.ts';

interface WebhookChanges {
  readonly rewrite?: Rewrite;
  /** Signed and authenticated by somebody who does not know the shop's keys. */
  readonly forgedWith?: SigningKey;
}

export interface Notifier {
  notify(platform: Platform, transaction: Transaction, changes?: WebhookChanges): void;
}

function addressFor(platform: Platform, transaction: Transaction): string | undefined {
  const own = textOf(transaction.request, 'notification_url');
  if (own !== undefined || transaction.parent === undefined) return own;
  return platform.options.notifyAboutChildren ? textOf(transaction.parent.request, 'notification_url') : undefined;
}

export function createNotifier(courier: Courier, account: Account, signingKey: SigningKey): Notifier {
  return {
    notify(platform, transaction, changes = {}) {
      const url = addressFor(platform, transaction);
      if (url === undefined) return;
      const { rewrite = (fields) => fields, forgedWith } = changes;
      const version = transaction.apiVersion;
      const fields = rewrite(transactionFields(platform, transaction, version));
      const body = bytes(JSON.stringify(envelop(fields, version)));
      const sender = forgedWith === undefined ? account : { ...account, secretKey: 'forged' };
      courier.send({
        url,
        body,
        headers: {
          'content-type': 'application/json',
          authorization: basicCredentials(sender),
          'content-signature': (forgedWith ?? signingKey).sign(body),
        },
      });
    },
  };
}
