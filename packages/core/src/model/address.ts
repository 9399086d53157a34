/** A billing address. */
export interface Address {
  readonly firstName?: string;
  readonly lastName?: string;
  /** ISO 3166-1 alpha-2 code in upper case. */
  readonly country?: string;
  /** State, province or region; for US and CA its two-letter abbreviation. */
  readonly state?: string;
  readonly city?: string;
  /** Street, house and flat. */
  readonly line?: string;
  /** For US `NNNNN` or `NNNNN-NNNN`. */
  readonly postalCode?: string;
  readonly phone?: string;
}
