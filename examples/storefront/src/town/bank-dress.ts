import type { RequestHandler, SimulatedResponse } from '@ducat/simulator';
import { bytes, text } from '@ducat/simulator';

// The simulators' pages are bare; a bank's are not. Their behaviour stays as it is.
const dress = `<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
  body { margin: 0; padding: 2rem 1.5rem; font: 1.05rem/1.5 system-ui, sans-serif; color: #14263d; background: #eef3f9; }
  body::before { content: "The Simulated Bank"; display: block; margin-bottom: 1.5rem; padding-bottom: .75rem;
    border-bottom: 2px solid #1d4f91; font-weight: 700; letter-spacing: .02em; color: #1d4f91; }
  h1 { font-size: 1.35rem; margin: 0 0 1rem; }
  form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; }
  label { flex: 1 1 100%; }
  select, input { display: block; width: 100%; box-sizing: border-box; margin-top: .25rem; padding: .65rem; font: inherit;
    border: 1px solid #6b7f99; border-radius: 6px; background: #fff; }
  button { min-height: 44px; padding: .5rem 1.25rem; font: inherit; font-weight: 600; color: #fff; background: #1d4f91;
    border: 2px solid #1d4f91; border-radius: 6px; cursor: pointer; }
  button + button { color: #1d4f91; background: transparent; }
  :focus-visible { outline: 3px solid #f0a500; outline-offset: 2px; }
</style></head>`;

/** Puts a bank's looks on the pages of a handler. */
export function dressed(handler: RequestHandler): RequestHandler {
  return async (request) => putOn(await handler(request));
}

function putOn(response: SimulatedResponse): SimulatedResponse {
  if (response.headers['content-type']?.startsWith('text/html') !== true) return response;
  return { ...response, body: bytes(text(response.body).replace('</head>', () => dress)) };
}
