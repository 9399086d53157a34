import type { FormPostAction } from '@ducat/core';
import { randomBytes } from 'node:crypto';
import type { Settings } from '../options.ts';
import type { PageTexts } from '../page-texts.ts';
import { html } from '../page/html.ts';
import { pageResponse } from '../page/respond.ts';

/** A form that submits itself, and that has a button for where scripts do not run. */
export function formPage({ fields }: FormPostAction, target: URL, texts: PageTexts, settings: Settings): Response {
  const { frameAncestors, formActions } = settings;
  const nonce = randomBytes(16).toString('base64');
  const inputs = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  // A field may be called `submit`, and then the form's own method is hidden behind it.
  const content = html`<p role="status">${texts.sending}</p>
    <form method="post" action="${target.href}" accept-charset="utf-8" autocomplete="off">
      ${inputs}
      <button type="submit">${texts.button}</button>
    </form>
    <script nonce="${nonce}">
      HTMLFormElement.prototype.submit.call(document.forms[0]);
    </script>`;
  const formAction = [target.origin, ...formActions];
  return pageResponse(200, texts, texts.heading, content, { frameAncestors, formAction, nonce });
}

/** The shopper acts elsewhere and says when it is done. A link, because a form could not lead to another site. */
export function waitPage(returnUrl: string, texts: PageTexts, { frameAncestors }: Settings): Response {
  const content = html`<p role="status">${texts.waiting}</p>
    <p><a href="${returnUrl}">${texts.done}</a></p>`;
  return pageResponse(200, texts, texts.heading, content, { frameAncestors });
}
