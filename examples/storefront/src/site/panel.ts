import { streamSSE } from 'hono/streaming';
import { isMood, moods } from '../town/mood.ts';
import { readFields } from './read-fields.ts';
import type { Site, SiteParts } from './site.ts';

/** What stands behind the counter: the live story, and the switches. */
export function addPanel(site: Site, { storyteller, town, notes, news, latest }: SiteParts): void {
  site.get('/happened', (context) => {
    const session = context.get('session');
    // Nobody is told about the orders of another visitor.
    const wanted = session.placed(context.req.query('payment'))?.key;
    return streamSSE(
      context,
      async (stream) => {
        let wake = Promise.withResolvers<void>();
        const stop = news.watch(() => wake.resolve());
        stream.onAbort(() => wake.resolve());
        try {
          while (!stream.aborted) {
            wake = Promise.withResolvers<void>();
            const panel = await storyteller.tell(wanted ?? latest.get(session));
            await stream.writeSSE({ event: 'panel', data: JSON.stringify(panel) });
            await wake.promise;
          }
        } finally {
          stop();
        }
      },
      // The browser connects again. Else the error's words would be streamed to it.
      async () => undefined,
    );
  });

  site.post('/moods', async (context) => {
    const fields = await readFields(context);
    for (const { name, title, mood } of town.providers) {
      const wanted = fields.get(name);
      if (!isMood(wanted) || wanted === mood) continue;
      await town.turn(name, wanted);
      notes.add({ by: 'visitor', title: `${title} ${moods[wanted]}`, detail: 'from now on: you turned the switch' });
    }
    news.tell();
    const back = fields.get('back') ?? '/';
    // A path of this shop and nothing else: neither //elsewhere nor a backslash that browsers read as one.
    return context.redirect(/^\/(?![/\\])[\w/-]*$/.test(back) ? back : '/', 303);
  });
}
