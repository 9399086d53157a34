import type { ObjectReader } from '../validation/object-reader.ts';

const texts = [
  'browser_accept_header',
  'browser_color_depth',
  'browser_ip',
  'browser_language',
  'browser_screen_height',
  'browser_screen_width',
  'browser_tz',
  'browser_user_agent',
  'device_channel',
  'window_height',
  'window_width',
];

/** Optional on the host-to-host page; answers the shopper's address. */
export function readBrowserAddress(attributes: ObjectReader): string {
  const information = attributes.object('browser_info');
  information?.allowOnly([...texts, 'browser_java_enabled']);
  information?.flag('browser_java_enabled');
  for (const name of texts) information?.text(name);
  return information?.text('browser_ip') ?? '';
}
