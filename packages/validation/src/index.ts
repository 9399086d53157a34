export * from './card-number-like.ts';
export * from './issues.ts';
export * from './options.ts';
export * from './provider-reference.ts';
export * from './web-url.ts';
