/** The shopper, as far as the merchant knows and the provider asks. No field is required by the model itself. */
export interface Customer {
  /** The merchant's own id of the customer. Paymega requires it whenever anything else of the customer is sent. */
  readonly reference?: string;
  readonly name?: string;
  readonly email?: string;
  /** International form with a plus sign is understood everywhere: `+380987654321`. */
  readonly phone?: string;
  /** IPv4 or IPv6 address of the shopper's browser. */
  readonly ipAddress?: string;
  /** Id of the shopper's device, as the provider's anti-fraud script or the merchant's gives it. */
  readonly deviceId?: string;
  /** ISO 8601 date: `1990-12-31`. */
  readonly birthDate?: string;
  /** What the merchant wants to find again beside the customer at the provider. */
  readonly metadata?: Readonly<Record<string, string>>;
}
