export * from './compiled.ts';
export * from './fields.ts';
export * from './requests.ts';
