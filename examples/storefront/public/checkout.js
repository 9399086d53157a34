/* Niceties of the card form. It works without them, and nothing of the card is kept or sent by them. */

document.querySelector('[data-focus]')?.focus();

for (const form of document.querySelectorAll('[data-paying]')) {
  for (const [name, value] of Object.entries(browserFacts())) {
    const input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name, value: String(value) });
    form.append(input);
  }
  form.addEventListener('submit', (event) => {
    const button = form.querySelector('button[type="submit"]');
    // Pressed twice is sent once; sent twice would be one payment all the same.
    if (button.getAttribute('aria-disabled') === 'true') return event.preventDefault();
    button.setAttribute('aria-disabled', 'true');
    const status = form.querySelector('[data-part="paying"]');
    if (status !== null) status.textContent = 'Paying …';
  });
}

// The way back of the browser shows the page as it was left.
addEventListener('pageshow', () => {
  for (const button of document.querySelectorAll('[aria-disabled="true"]')) button.removeAttribute('aria-disabled');
});

const card = document.querySelector('[data-card]');
const { number, expiry, code, holder } = card.elements;

number.addEventListener('input', () => {
  const digits = number.value.replaceAll(/\D/g, '');
  // Only at its end, or the caret would jump.
  if (number.selectionStart === number.value.length) number.value = digits.replaceAll(/(.{4})(?=.)/g, '$1 ');
});

expiry.addEventListener('input', ({ inputType }) => {
  if (/^\d\d$/.test(expiry.value) && inputType !== 'deleteContentBackward') expiry.value += ' / ';
});

for (const suggestion of card.querySelectorAll('[data-number]')) {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'quiet small', textContent: 'Use it' });
  button.setAttribute('aria-label', `Use it: the card that ${suggestion.nextSibling.textContent.trim()}`);
  button.addEventListener('click', () => {
    number.value = suggestion.textContent;
    expiry.value ||= '10 / 35';
    code.value ||= '123';
    holder.value ||= 'Jane Doe';
    card.querySelector('button[type="submit"]').focus();
  });
  suggestion.parentElement.append(button);
}

/** What 3-D Secure wants to know of a browser. */
function browserFacts() {
  return {
    colorDepth: screen.colorDepth,
    screenWidth: screen.width,
    screenHeight: screen.height,
    windowWidth: innerWidth,
    windowHeight: innerHeight,
    timeZoneOffset: new Date().getTimezoneOffset(),
  };
}
