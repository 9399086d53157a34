/*
 * Writes the lists behind the counter again whenever something happens. The server has written them once, in
 * `src/pages/panel.ts`; where scripts do not run they stay as they were when the page was loaded.
 */

const aside = document.querySelector('#behind');
const part = (name) => aside.querySelector(`[data-part="${name}"]`);

/** An element with its children. Texts are only ever texts. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const planLine = ({ provider, chosen, reason }) =>
  element('li', { class: chosen ? 'chosen' : 'left' }, element('b', {}, provider), ' ', element('span', {}, reason));

const attempt = ({ provider, reference, status }) =>
  element(
    'li',
    {},
    element('b', {}, provider),
    ' ',
    element('code', {}, reference),
    ' ',
    element('em', { class: 'is' }, status),
  );

function happening({ at, by, title, detail }) {
  const moment = new Date(at).toISOString();
  const time = element('time', { datetime: moment }, moment.slice(11, -1));
  return element('li', { class: `by-${by}` }, time, ' ', element('b', {}, title), ' ', element('span', {}, detail));
}

function ledger({ bank, entries, total }) {
  const heads = ['What', 'For', 'Amount'].map((text) => element('th', { scope: 'col' }, text));
  const rows = entries.map(({ kind, reference, amount }) =>
    element(
      'tr',
      {},
      element('td', {}, kind),
      element('td', {}, element('code', {}, reference)),
      element('td', {}, amount),
    ),
  );
  const foot = element(
    'tr',
    {},
    element('th', { scope: 'row', colspan: '2' }, 'taken in all'),
    element('td', {}, total),
  );
  return element(
    'table',
    {},
    element('caption', {}, bank),
    element('thead', { class: 'unseen' }, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows),
    element('tfoot', {}, foot),
  );
}

function show({ payment, plan, attempts, happenings, ledgers }) {
  if (payment !== undefined) part('about').textContent = `${payment.key}: ${payment.status.replaceAll('_', ' ')}`;
  part('plan').replaceChildren(...plan.map(planLine));
  part('attempts').replaceChildren(...attempts.map(attempt));
  part('happenings').replaceChildren(...happenings.map(happening));
  part('ledgers').replaceChildren(...ledgers.map(ledger));
}

/** On an order's page it stays with that order; elsewhere it is about the last one. */
const order = document.querySelector('[data-order]')?.dataset.order;
const events = new EventSource(order === undefined ? '/happened' : `/happened?payment=${encodeURIComponent(order)}`);
events.addEventListener('panel', ({ data }) => {
  const panel = JSON.parse(data);
  show(panel);
  document.dispatchEvent(new CustomEvent('panel', { detail: panel }));
});
addEventListener('pagehide', () => events.close());

// On a phone: the way down, as long as one is not there.
const peek = document.querySelector('.peek');
new IntersectionObserver(([{ isIntersecting }]) => peek.toggleAttribute('hidden', isIntersecting)).observe(aside);

// The switches turn at once, and whatever stands in a form beside them stays there.
const moods = part('moods');
moods.classList.add('live');
moods.addEventListener('change', ({ target }) => {
  void turn().then((isTurned) => {
    const provider = moods.querySelector(`label[for="${target.id}"]`).textContent;
    const said = `${provider} ${target.selectedOptions[0].textContent}`;
    part('turned').textContent = isTurned ? said : 'The switch could not be turned';
  });
});

async function turn() {
  const body = new URLSearchParams(new FormData(moods));
  try {
    const { ok, type } = await fetch(moods.action, { method: 'POST', body, redirect: 'manual' });
    return ok || type === 'opaqueredirect';
  } catch {
    return false;
  }
}
