export * from './fields.ts';
export * from './requests.ts';
