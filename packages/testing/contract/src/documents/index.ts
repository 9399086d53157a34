export { capabilityTable } from './capability-table.ts';
export { requireShown, tableOf } from './section.ts';
