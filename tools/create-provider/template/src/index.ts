export type { TemplateOptions } from './options.ts';
export type { Template } from './provider.ts';
export { createTemplate } from './provider.ts';
