export type * from './plan.ts';
export type * from './question.ts';
export type * from './router.ts';
export * from './create-router.ts';
