import { html } from '@ducat/simulator';
import type { SimulatedResponse } from '@ducat/simulator';

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

export function page(status: number, title: string, body: string): SimulatedResponse {
  const heading = escapeHtml(title);
  return html(
    status,
    `<!doctype html><html lang="en"><head><title>${heading}</title></head><body><h1>${heading}</h1>${body}</body></html>`,
  );
}

export function message(status: number, title: string, detail: string): SimulatedResponse {
  return page(status, title, `<p>${escapeHtml(detail)}</p>`);
}

export function hiddenInputs(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
}

/** A form a browser sends by itself. */
export function forwardingPage(
  method: 'GET' | 'POST',
  action: string,
  fields: Readonly<Record<string, string>>,
): SimulatedResponse {
  return page(
    200,
    'One moment',
    `<form method="${method}" action="${escapeHtml(action)}">${hiddenInputs(fields)}<noscript><button>Continue</button></noscript></form><script>document.forms[0].submit()</script>`,
  );
}
