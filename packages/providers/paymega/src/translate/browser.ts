import type { Browser } from '@ducat/core';

/** Paymega "Host-to-host integration", `browser_info`: strings all but one, the time zone in minutes. */
export function toWireBrowser(browser: Browser | undefined, ipAddress: string | undefined): object | undefined {
  if (browser === undefined && ipAddress === undefined) return undefined;
  return {
    browser_accept_header: browser?.acceptHeader,
    browser_color_depth: browser?.colorDepth?.toString(),
    browser_ip: ipAddress,
    browser_java_enabled: browser?.javaEnabled,
    browser_language: browser?.language,
    browser_screen_height: browser?.screenHeight?.toString(),
    browser_screen_width: browser?.screenWidth?.toString(),
    browser_tz: browser?.timeZoneOffset?.toString(),
    browser_user_agent: browser?.userAgent,
    device_channel: browser?.deviceChannel,
    window_height: browser?.windowHeight?.toString(),
    window_width: browser?.windowWidth?.toString(),
  };
}
