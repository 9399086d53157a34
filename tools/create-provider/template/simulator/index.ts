export { publishedCards } from './cards.ts';
export type { Rewrite } from './handler.ts';
export type { TemplateSimulator, TemplateSimulatorSettings } from './simulator.ts';
export { createTemplateSimulator } from './simulator.ts';
export type { TransactionType } from './transaction.ts';
export { sign } from './webhooks.ts';
