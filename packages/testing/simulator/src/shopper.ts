import { readForm } from './html-form.ts';
import type { HtmlForm } from './html-form.ts';
import { bytes, noBody, text } from './http.ts';
import type { OutgoingRequest, Send, SimulatedResponse } from './http.ts';
import { sendOverHttp } from './send-over-http.ts';

export interface ShopperStart {
  readonly url: string;
  /** GET puts the fields into the query, as a form would. */
  readonly method?: 'GET' | 'POST';
  readonly fields?: Readonly<Record<string, string>>;
}

export interface ShopperScript {
  /** By the name of the input, for every page on the way. */
  readonly answers?: Readonly<Record<string, string>>;
  /** The journey ends before this request is sent. */
  isMerchant(url: string): boolean;
  readonly send?: Send;
  readonly maximumHops?: number;
}

export interface BrowserRequest extends OutgoingRequest {
  readonly url: string;
}

export interface ShopperArrival extends BrowserRequest {
  /** Every address visited before, oldest first. */
  readonly visited: readonly string[];
}

/** The shopper saw a page that leads nowhere, or closed the browser. */
export class ShopperStopped extends Error {
  override readonly name = 'ShopperStopped';
  readonly url: string;
  readonly status: number;
  readonly page: string;
  readonly visited: readonly string[];

  constructor(reason: string, request: BrowserRequest, response: SimulatedResponse, visited: readonly string[]) {
    const page = text(response.body);
    super(`${reason} at ${request.url} (${response.status}): ${page.slice(0, 300)}`);
    this.url = request.url;
    this.status = response.status;
    this.page = page;
    this.visited = visited;
  }
}

const urlEncoded = 'application/x-www-form-urlencoded';
const accept = { accept: 'text/html', 'user-agent': 'ScriptedShopper/1' };

function visit(url: string): BrowserRequest {
  return { url, method: 'GET', headers: accept, body: noBody };
}

function submit(method: 'GET' | 'POST', action: string, pairs: [string, string][]): BrowserRequest {
  const encoded = new URLSearchParams(pairs).toString();
  if (method === 'POST') {
    return {
      url: action,
      method,
      headers: { ...accept, 'content-type': urlEncoded },
      body: bytes(encoded),
    };
  }
  // Browsers replace the query of a GET form's action.
  const target = new URL(action);
  if (pairs.length > 0) target.search = encoded;
  return visit(target.href);
}

function begin(start: ShopperStart): BrowserRequest {
  const pairs = Object.entries(start.fields ?? {});
  if (start.method === 'POST') return submit('POST', start.url, pairs);
  const target = new URL(start.url);
  for (const [name, value] of pairs) target.searchParams.append(name, value);
  return visit(target.href);
}

function fill(form: HtmlForm, answers: Readonly<Record<string, string>>): [string, string][] {
  const buttons = form.fields.filter(({ kind }) => kind === 'button');
  const pressed = buttons.find(({ name }) => answers[name] !== undefined) ?? buttons[0];
  const pairs: [string, string][] = [];
  for (const field of form.fields) {
    if (field.kind === 'button' && field !== pressed) continue;
    const answer = field.kind === 'hidden' ? undefined : answers[field.name];
    if (answer !== undefined && field.options.length > 0 && !field.options.includes(answer)) {
      throw new Error(`"${field.name}" offers ${field.options.join(', ')}, not "${answer}"`);
    }
    const value = answer ?? (field.kind === 'button' ? field.options[0] : field.value);
    if (field.required && (value === undefined || value === '')) {
      throw new Error(`"${field.name}" is required and the script has no answer for it`);
    }
    if (value !== undefined) pairs.push([field.name, value]);
  }
  return pairs;
}

function follow(request: BrowserRequest, response: SimulatedResponse): BrowserRequest | undefined {
  const location = response.headers['location'];
  if (response.status < 300 || response.status > 399 || location === undefined) return undefined;
  const url = new URL(location, request.url).href;
  return response.status === 307 || response.status === 308 ? { ...request, url } : visit(url);
}

/** Walks from the start to the merchant's page as a browser would, answering forms from the script. */
export async function browse(start: ShopperStart, script: ShopperScript): Promise<ShopperArrival> {
  const { answers = {}, send = sendOverHttp, maximumHops = 20 } = script;
  const visited: string[] = [];
  let request = begin(start);
  for (let hop = 0; ; hop += 1) {
    if (script.isMerchant(request.url)) return { ...request, visited };
    if (hop === maximumHops) throw new Error(`Still not at the merchant after ${hop} pages: ${visited.join(' ')}`);
    visited.push(request.url);
    const response = await send(request.url, request);
    const redirected = follow(request, response);
    if (redirected !== undefined) {
      request = redirected;
      continue;
    }
    const form = readForm(text(response.body), request.url);
    if (form === undefined) throw new ShopperStopped('No single form', request, response, visited);
    if (form.encoding !== urlEncoded) throw new ShopperStopped(`Form of ${form.encoding}`, request, response, visited);
    request = submit(form.method, form.action, fill(form, answers));
  }
}
