import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const self = ["'self'"];

/**
 * What the shop's own pages may do: nothing but what stands here. The pages of `@ducat/web` have a stricter policy of
 * their own. The windows of 3-D Secure are the banks' origins; in earnest nobody knows those, and it is `https:`.
 */
export function pagePolicy(bankOrigins: readonly string[]): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: self,
      styleSrc: self,
      imgSrc: self,
      connectSrc: self,
      frameSrc: [...self, ...bankOrigins],
      formAction: self,
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ["'none'"],
      reportUri: '/csp-reports',
    },
    xFrameOptions: 'DENY',
    // Not no-referrer: forms would be sent with the origin null, and could not be told from other sites' forms.
    referrerPolicy: 'same-origin',
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [], usb: [] },
    // Over http it says nothing, and this shop has no https.
    strictTransportSecurity: false,
  });
}

/** The page in the window, which only the shop itself may frame. */
export const framedPolicy: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: self,
    styleSrc: self,
    frameAncestors: self,
    baseUri: ["'none'"],
    formAction: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ["'none'"],
    reportUri: '/csp-reports',
  },
  xFrameOptions: 'SAMEORIGIN',
  referrerPolicy: 'same-origin',
  strictTransportSecurity: false,
});

/** Answers nobody who calls this machine by another name: a site whose name suddenly means 127.0.0.1 is not the shop. */
export function onlyAt(host: () => string): MiddlewareHandler {
  return async (context, next) => {
    if (context.req.header('host') === host()) return await next();
    return context.body(null, 421);
  };
}

/** Pages about money are kept by nobody. */
export const neverStored: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('cache-control', 'no-store');
};
