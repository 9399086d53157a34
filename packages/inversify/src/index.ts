export * from './close.ts';
export * from './journal-module.ts';
export type { Make, Tokens } from './made.ts';
export * from './payments-module.ts';
export * from './provider-module.ts';
export * from './routes-module.ts';
export * from './tenant.ts';
export * from './tenant-token.ts';
export * from './tokens.ts';
