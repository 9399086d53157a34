import { createVirtualClock, listen } from '@ducat/simulator';
import type { VirtualClock } from '@ducat/simulator';
import { createTidepay } from '@ducat/tidepay';
import type { Tidepay } from '@ducat/tidepay';
import { createTidepaySimulator } from '@ducat/tidepay/simulator';
import type { TidepaySimulator, TidepaySimulatorSettings } from '@ducat/tidepay/simulator';
import { onTestFinished } from 'vitest';

export const account = {
  merchantCode: 'hats',
  secret: 'secret-of-the-shop',
  noticeSecret: 'notice-secret-of-the-shop',
};

/** A shop at a simulated Tidepay over real HTTP, in a time of its own. */
export async function openShop(
  settings: Partial<TidepaySimulatorSettings> = {},
): Promise<{ provider: Tidepay; simulator: TidepaySimulator; clock: VirtualClock }> {
  const clock = createVirtualClock(1_763_740_800_000);
  const place: { simulator?: TidepaySimulator } = {};
  const opened = (): TidepaySimulator => {
    if (place.simulator === undefined) throw new Error('not open yet');
    return place.simulator;
  };
  const server = await listen({
    api: (request) => opened().handlers.api(request),
    page: (request) => opened().handlers.page(request),
  });
  const simulator = createTidepaySimulator({ ...account, clock, pages: server.origins.page, ...settings });
  place.simulator = simulator;
  const provider = createTidepay({ ...account, baseUrl: `${server.origins.api}/v3` });
  onTestFinished(async () => {
    await provider.close();
    await server.close();
  });
  return { provider, simulator, clock };
}
