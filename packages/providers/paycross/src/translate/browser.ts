import type { Browser } from '@ducat/core';

/** PayCross `additional_data.browser`, sizes as integers, the time zone in minutes of UTC minus local time. */
export function toWireBrowser(browser: Browser | undefined): object | undefined {
  if (browser === undefined) return undefined;
  return {
    accept_header: browser.acceptHeader,
    screen_width: browser.screenWidth,
    screen_height: browser.screenHeight,
    screen_color_depth: browser.colorDepth,
    window_width: browser.windowWidth,
    window_height: browser.windowHeight,
    language: browser.language,
    java_enabled: browser.javaEnabled,
    user_agent: browser.userAgent,
    time_zone: browser.timeZoneOffset,
    time_zone_name: browser.timeZoneName,
  };
}
