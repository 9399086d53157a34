/** A request as it reached one surface of the provider. */
export interface SurfaceRequest {
  readonly method: string;
  /** Path and query as they stood in the request line. */
  readonly path: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What the surface answers. */
export interface SurfaceResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}
