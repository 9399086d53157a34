export type { CheckoutState } from './checkout.ts';
export { sign } from './notices.ts';
export type { TidepaySimulator, TidepaySimulatorSettings } from './simulator.ts';
export { createTidepaySimulator } from './simulator.ts';
