/** The option by which commands about payments are told where they are. */
export const paymentsOption: readonly [flags: string, description: string] = [
  '--payments <module>',
  'your own module that exports payments, made by createPayments over the journal',
];

export interface PaymentsOption {
  readonly payments: string;
}
