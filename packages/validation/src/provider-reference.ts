/**
 * What a provider's id looks like. Ids go into paths, and `..` survives percent-encoding, so nothing but letters, digits,
 * `_` and `-` is an id.
 */
export const providerReferencePattern: RegExp = /^[A-Za-z0-9_-]{1,128}$/;
