/* In the window: says that the shopper is back, to the shop's own page and to nobody else. */

const own = document.querySelector('a').href;
if (window.parent === window) location.replace(own);
else window.parent.postMessage('done', location.origin);
