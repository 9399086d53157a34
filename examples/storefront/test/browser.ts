import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** Where Chromium is: `CHROME_PATH`, or the first on the PATH. */
function findChromium(): string | undefined {
  const { CHROME_PATH: given, PATH: path = '' } = process.env;
  if (given !== undefined && given !== '') return existsSync(given) ? given : undefined;
  const places = path.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return places.find((place) => existsSync(place));
}

const howToGetIt =
  'No Chromium was found: these tests need a real browser. Install one with `apt-get install chromium`, or name it in CHROME_PATH.';

/** Outside of CI the tests are skipped without a browser, and say so; in CI they fail. */
export const isBrowserMissing: boolean = findChromium() === undefined && (process.env['CI'] ?? '') === '';
if (isBrowserMissing) console.warn(howToGetIt);

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(howToGetIt);
  // Chromium's own sandbox does not work for root in a container. What it opens here is this machine alone.
  return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
