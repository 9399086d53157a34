export * from './create-payments.ts';
export type { TimeLimits, TokenVault } from './engine.ts';
export type * from './payments.ts';
export type { Received } from './receive.ts';
export type { Recovered } from './recovery/recover.ts';
export type { RecoverySchedule } from './recovery/schedule.ts';
export type * from './result.ts';
export type { ResumeRequest } from './resume.ts';
