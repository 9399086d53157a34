/*
 * The bank's page in a window of its own, and the page that looks again when something is decided. What the window says
 * is only "done"; how the payment stands is asked of the server, by loading the page again.
 */

const { order, status } = document.querySelector('[data-order]').dataset;
const link = document.querySelector('[data-bank]');
const bank = document.querySelector('[data-part="bank"]');
const left = `left the bank: ${order}`;
const arrived = `news of ${order}`;
let newest = status;

if (sessionStorage.getItem(arrived) !== null) {
  sessionStorage.removeItem(arrived);
  document.querySelector('#result').focus();
}

function askAgain() {
  sessionStorage.setItem(arrived, 'yes');
  location.reload();
}

function openBank() {
  const frame = document.createElement('iframe');
  frame.title = 'The page of your bank';
  frame.src = link.href;
  // The bank may not navigate the shop away.
  frame.setAttribute('sandbox', 'allow-forms allow-scripts allow-same-origin');
  bank.append(frame);
  bank.showModal();
}

if (link !== null) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    openBank();
  });
  bank.querySelector('[data-close]').addEventListener('click', () => bank.close());
  bank.addEventListener('close', () => {
    bank.querySelector('iframe')?.remove();
    sessionStorage.setItem(left, 'yes');
    link.focus();
    if (newest !== status) askAgain();
  });
  addEventListener('message', ({ data, origin, source }) => {
    const isOurs = origin === location.origin && source === bank.querySelector('iframe')?.contentWindow;
    if (!isOurs || data !== 'done') return;
    newest = data;
    bank.close();
  });
  // Not for those who have closed it once.
  if (sessionStorage.getItem(left) === null) openBank();
}

document.addEventListener('panel', ({ detail: { payment } }) => {
  if (payment?.key !== order) return;
  newest = payment.status;
  if (newest !== status && bank?.open !== true) askAgain();
});
