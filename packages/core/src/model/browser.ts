/** What EMV 3-D Secure asks of the shopper's browser. The more of it is given, the fewer challenges follow. */
export interface Browser {
  /** The `Accept` header of the shopper's request, as received. */
  readonly acceptHeader?: string;
  /** The `User-Agent` header of the shopper's request, as received. */
  readonly userAgent?: string;
  /** `navigator.language`: `en-US`. */
  readonly language?: string;
  /** `navigator.javaEnabled()` */
  readonly javaEnabled?: boolean;
  /** `screen.colorDepth`, in bits. */
  readonly colorDepth?: number;
  /** `screen.width`, in pixels. */
  readonly screenWidth?: number;
  /** `screen.height`, in pixels. */
  readonly screenHeight?: number;
  /** `window.innerWidth`, in pixels. */
  readonly windowWidth?: number;
  /** `window.innerHeight`, in pixels. */
  readonly windowHeight?: number;
  /** `new Date().getTimezoneOffset()`, in minutes: UTC minus local time, so -120 in Kyiv in winter. */
  readonly timeZoneOffset?: number;
  /** IANA name: `Europe/Kyiv`. */
  readonly timeZoneName?: string;
  /** EMV device channel: `01` app, `02` browser, `03` requestor-initiated. */
  readonly deviceChannel?: '01' | '02' | '03';
}
