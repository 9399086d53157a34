import type { Logger, Payments } from '@ducat/payments';
import type { WebHandlers } from '@ducat/web';
import { createWebHandlers } from '@ducat/web';

export function handlersFor(payments: Payments, linkKey: string, logger: Logger): WebHandlers {
  return createWebHandlers({
    payments,
    baseUrl: 'https://shop.example/payments',
    linkKeys: [linkKey], // at least 32 random characters, the same on every node
    resultUrl: 'https://shop.example/thanks',
    onEvent: (event) => logger.info(event, event.type),
  });
}
