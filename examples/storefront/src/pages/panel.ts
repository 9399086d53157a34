import { html } from 'hono/html';
import type { Happening, LedgerShown, Panel } from '../story/panel.ts';
import { moods } from '../town/mood.ts';
import type { ProviderTown } from '../town/provider-town.ts';
import type { Frame } from './layout.ts';
import type { Markup } from './markup.ts';
import { nothing } from './markup.ts';

/*
 * What stands behind the counter. `public/panel.js` writes the lists again when something happens, from the same data:
 * who changes the markup of one has to change the other.
 */

export function behindTheCounter({ panel, providers, path }: Frame): Markup {
  const { payment } = panel;
  return html`<aside class="behind" id="behind" aria-labelledby="behind-title" data-payment="${payment?.key ?? ''}">
    <h2 id="behind-title">Behind the counter</h2>
    ${switches(providers, path)}
    <p class="about" data-part="about">${aboutOf(panel)}</p>
    <section aria-labelledby="plan-title">
      <h3 id="plan-title">The plan, and why</h3>
      <ol class="plan" data-part="plan">
        ${panel.plan.map(
          ({ provider, chosen, reason }) =>
            html`<li class="${chosen ? 'chosen' : 'left'}"><b>${provider}</b> <span>${reason}</span></li>`,
        )}
      </ol>
    </section>
    <section aria-labelledby="attempts-title">
      <h3 id="attempts-title">Attempts</h3>
      <ol class="attempts" data-part="attempts">
        ${panel.attempts.map(
          ({ provider, reference, status }) =>
            html`<li><b>${provider}</b> <code>${reference}</code> <em class="is">${status}</em></li>`,
        )}
      </ol>
    </section>
    <section aria-labelledby="ledgers-title">
      <h3 id="ledgers-title">What the banks have</h3>
      <div class="ledgers" data-part="ledgers">${panel.ledgers.map(ledgerTable)}</div>
    </section>
    <section aria-labelledby="happenings-title">
      <h3 id="happenings-title">What happened</h3>
      <ol class="happenings" data-part="happenings">
        ${panel.happenings.map(happeningItem)}
      </ol>
    </section>
  </aside>`;
}

function aboutOf({ payment }: Panel): string {
  return payment === undefined ? 'Buy something, and watch.' : `${payment.key}: ${payment.status.replaceAll('_', ' ')}`;
}

function switches(providers: readonly ProviderTown[], path: string): Markup {
  return html`<form class="switches" method="post" action="/moods" data-part="moods">
    <fieldset>
      <legend>Break something</legend>
      <input type="hidden" name="back" value="${path}" />
      ${providers.map(
        ({ name, title, mood }) =>
          html`<p>
            <label for="mood-${name}">${title}</label>
            <select id="mood-${name}" name="${name}">
              ${Object.entries(moods).map(
                ([value, text]) =>
                  html`<option value="${value}" ${value === mood ? html`selected` : nothing}>${text}</option>`,
              )}
            </select>
          </p>`,
      )}
      <button type="submit" class="quiet">Turn the switches</button>
      <p role="status" class="unseen" data-part="turned"></p>
    </fieldset>
  </form>`;
}

function happeningItem({ at, by, title, detail }: Happening): Markup {
  const [time = ''] = new Date(at).toISOString().slice(11).split('Z');
  return html`<li class="by-${by}">
    <time datetime="${new Date(at).toISOString()}">${time}</time> <b>${title}</b> <span>${detail}</span>
  </li>`;
}

function ledgerTable({ bank, entries, total }: LedgerShown): Markup {
  return html`<table>
    <caption>
      ${bank}
    </caption>
    <thead class="unseen">
      <tr>
        <th scope="col">What</th>
        <th scope="col">For</th>
        <th scope="col">Amount</th>
      </tr>
    </thead>
    <tbody>
      ${entries.map(
        ({ kind, reference, amount }) =>
          html`<tr>
            <td>${kind}</td>
            <td><code>${reference}</code></td>
            <td>${amount}</td>
          </tr>`,
      )}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row" colspan="2">taken in all</th>
        <td>${total}</td>
      </tr>
    </tfoot>
  </table>`;
}
