/** What a PayCross shop has switched on, and the points on which the pages leave the platform free. */
export interface ShopOptions {
  /** Card numbers straight from the merchant's server; off, they are refused as in E.1065. */
  readonly rawCardNumbers: boolean;
  readonly threeDSecure: boolean;
  /** Whether skip_three_d_secure_verification has an effect. */
  readonly skipThreeDSecure: boolean;
  readonly advancedThreeDSecure: boolean;
  readonly verificationValueWithCard: boolean;
  readonly verificationValueWithOneclickToken: boolean;
  readonly multipleCaptures: boolean;
  /** Dotted paths such as `customer.ip` that support made compulsory for this shop. */
  readonly requiredFields: readonly string[];
  /** Refuse what no page documents, so that an invented field is noticed. */
  readonly refuseUnknownFields: boolean;
  /** Recordings of different years and versions show either. */
  readonly validationStatus: 400 | 422;
  readonly errorShape: 'response' | 'flat' | 'version_three';
  /** A repeat under the same RequestID may show the status of today instead of then. */
  readonly repeatedAnswer: 'same' | 'refreshed';
  /** Time between the arrival of a request and its effect. */
  readonly processingMilliseconds: number;
  readonly abandonedAfterMilliseconds: number;
  /** `code` and `friendly_message` in version 2 bodies. */
  readonly processingCodes: boolean;
  /** Webhooks about captures, voids and refunds to the parent's notification_url; no page promises them. */
  readonly notifyAboutChildren: boolean;
}

const minutes = 60_000;

export const defaultShopOptions: ShopOptions = {
  rawCardNumbers: true,
  threeDSecure: true,
  skipThreeDSecure: true,
  advancedThreeDSecure: true,
  verificationValueWithCard: true,
  verificationValueWithOneclickToken: true,
  multipleCaptures: true,
  requiredFields: [],
  refuseUnknownFields: false,
  validationStatus: 422,
  errorShape: 'response',
  repeatedAnswer: 'same',
  processingMilliseconds: 0,
  abandonedAfterMilliseconds: 30 * minutes,
  processingCodes: true,
  notifyAboutChildren: false,
};
