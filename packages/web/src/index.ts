export * from './create-web-handlers.ts';
export type * from './event.ts';
export type { PaymentLinks } from './link/urls.ts';
export type { HandlerLimits, WebhookOptions, WebOptions } from './options.ts';
export type { PageTexts } from './page-texts.ts';
