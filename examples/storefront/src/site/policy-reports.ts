import type { News } from '../story/news.ts';
import type { Notes } from '../story/notes.ts';
import type { Site } from './site.ts';

/** Takes what browsers report of the policies. They send no cookie along, and it may be anything: it is only shown. */
export function addPolicyReports(site: Site, { notes, news }: { readonly notes: Notes; readonly news: News }): void {
  site.post('/csp-reports', async (context) => {
    // Another site cannot send this type without asking first.
    if (context.req.header('content-type') !== 'application/csp-report') return context.body(null, 415);
    const report = (await context.req.json().catch(() => undefined)) as Report | null | undefined;
    const { 'effective-directive': directive, 'blocked-uri': blocked } = report?.['csp-report'] ?? {};
    const title = `Blocked by the page's policy: ${shortened(directive)}`;
    notes.add({ by: 'browser', title, detail: shortened(blocked) });
    news.tell();
    return context.body(null, 204);
  });
}

interface Report {
  readonly 'csp-report'?: Readonly<Record<string, unknown>>;
}

function shortened(text: unknown): string {
  return typeof text === 'string' ? text.slice(0, 120) : '';
}
