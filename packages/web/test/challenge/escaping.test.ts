import type { HTMLElement } from 'node-html-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PageTexts } from '../../src/index.ts';
import { fieldsOf, openStub, pageOf } from '../world/stub.ts';

const hostile: readonly string[] = [
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '</form></body></html>',
  '<!-- ',
  '&quot;&#34;&amp;',
  '" autofocus onfocus="alert(1)',
  'line\nbreak\r\nand\rreturn\ttab',
  '`${alert(1)}`',
  '\u2028\u2029\ufeff',
  'Ünïcödé 💳',
];

const url = 'https://acs.bank.test/pareq';

/** The elements of the page and the attributes of each, in order: what must be the same whatever is put into it. */
function skeleton(page: HTMLElement): string[] {
  return page
    .querySelectorAll('*')
    .filter(({ tagName }) => tagName !== 'INPUT')
    .map((element) => [element.tagName, ...Object.keys(element.attributes)].join(' '));
}

async function skeletonOf(fields: Record<string, string>, texts: Partial<PageTexts> = {}): Promise<string[]> {
  const stub = openStub({ action: { kind: 'form_post', url, fields }, web: { texts } });
  return skeleton(await pageOf(await stub.challenge()));
}

describe('the challenge page', () => {
  test.each(hostile)('sends %j in a name and in a value as it is, and obeys it nowhere (defect 58)', async (text) => {
    const fields = { [text]: 'value', name: text };
    const page = await pageOf(await openStub({ action: { kind: 'form_post', url, fields } }).challenge());
    expect(fieldsOf(page)).toEqual([
      [text, 'value'],
      ['name', text],
    ]);
    expect(skeleton(page)).toEqual(await skeletonOf({}));
  });

  test('sends any fields as they are, and is otherwise the same page', async () => {
    const plain = await skeletonOf({});
    // A browser reads the sign 0 as a replacement, however it is written.
    const text = fc.string({ unit: 'binary' }).map((any) => any.replaceAll('\0', '<'));
    const anyFields = fc.dictionary(text, text);
    await fc.assert(
      fc.asyncProperty(anyFields, async (fields) => {
        const page = await pageOf(await openStub({ action: { kind: 'form_post', url, fields } }).challenge());
        // Half of a surrogate pair cannot be written in UTF-8.
        expect(fieldsOf(page)).toEqual(
          Object.entries(fields).map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]),
        );
        expect(skeleton(page)).toEqual(plain);
      }),
      { numRuns: 100 },
    );
  });

  test.each(hostile)('shows %j in any of its texts and obeys it in none', async (text) => {
    const texts = { language: text, heading: text, sending: text, button: text };
    expect(await skeletonOf({}, texts)).toEqual(await skeletonOf({}));
    const page = await pageOf(await openStub({ web: { texts } }).challenge());
    expect(page.querySelector('html')?.getAttribute('lang')).toBe(text);
  });

  test.each(['"><script>alert(1)</script>', "' onclick='alert(1)", '&quot;', '<b>'])(
    'keeps %j in the address of the bank inside of the address',
    async (text) => {
      for (const place of [`${url}/${text}`, `${url}?a=${text}`, `${url}#${text}`]) {
        const address = place.replaceAll(' ', '%20');
        const stub = openStub({ action: { kind: 'form_post', url: address, fields: {} } });
        const page = await pageOf(await stub.challenge());
        expect(skeleton(page)).toEqual(await skeletonOf({}));
        expect(page.querySelector('form')?.getAttribute('action')).toBe(new URL(address).href);
      }
    },
  );

  test('sends a field called __proto__ like any other', async () => {
    const fields = JSON.parse('{"__proto__":"1","constructor":"2","toString":"3"}') as Record<string, string>;
    const page = await pageOf(await openStub({ action: { kind: 'form_post', url, fields } }).challenge());
    expect(fieldsOf(page)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
      ['toString', '3'],
    ]);
  });

  test('submits itself though a field is called submit', async () => {
    const fields = { submit: '1', elements: '2', action: '3' };
    const page = await pageOf(await openStub({ action: { kind: 'form_post', url, fields } }).challenge());
    expect(page.querySelector('script')?.text.trim()).toBe('HTMLFormElement.prototype.submit.call(document.forms[0]);');
  });
});
