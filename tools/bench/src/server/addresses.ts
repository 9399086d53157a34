/** Where the server of a run listens. */
export interface Addresses {
  readonly plain: string;
  /** The same over TLS, for a client that speaks nothing else. */
  readonly tls: string;
}
