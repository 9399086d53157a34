import { html } from '@ducat/simulator';
import type { SimulatedResponse } from '@ducat/simulator';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');

function page(title: string, content: string, attributes: string = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body${attributes}><h1>${escaped(title)}</h1>${content}</body></html>`;
}

function hidden(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join('');
}

const decisions = ['approve', 'refuse', 'abandon'] as const;
export type Decision = (typeof decisions)[number];

export function decisionIn(form: URLSearchParams): Decision | undefined {
  return decisions.find((decision) => decision === form.get('decision'));
}

/** The shopper presses one of three buttons, all named `decision`. */
export function decisionPage(
  title: string,
  action: string,
  fields: Readonly<Record<string, string>> = {},
): SimulatedResponse {
  const buttons = decisions.map((each) => `<button name="decision" value="${each}">${each}</button>`).join('');
  return html(200, page(title, `<form method="post" action="${escaped(action)}">${hidden(fields)}${buttons}</form>`));
}

/** Sends the browser on with a POST, as access control servers do. */
export function forwardingPage(action: string, fields: Readonly<Record<string, string>>): SimulatedResponse {
  const form = `<form method="post" action="${escaped(action)}">${hidden(fields)}<button>Continue</button></form>`;
  return html(200, page('Please wait', form, ' onload="document.forms[0].submit()"'));
}

export function messagePage(status: number, title: string): SimulatedResponse {
  return html(status, page(title, ''));
}
