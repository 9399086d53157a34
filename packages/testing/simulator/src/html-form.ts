import { parse } from 'node-html-parser';
import type { HTMLElement } from 'node-html-parser';

export interface FormField {
  readonly name: string;
  /** As a browser would submit it untouched; undefined for an unchecked box or an unpressed button. */
  readonly value: string | undefined;
  readonly kind: 'hidden' | 'text' | 'choice' | 'button';
  /** What a choice or a button may submit. */
  readonly options: readonly string[];
  readonly required: boolean;
}

export interface HtmlForm {
  readonly method: 'GET' | 'POST';
  /** Absolute. */
  readonly action: string;
  readonly encoding: string;
  readonly fields: readonly FormField[];
}

const urlEncoded = 'application/x-www-form-urlencoded';

const has = (element: HTMLElement, attribute: string): boolean => element.getAttribute(attribute) !== undefined;

function selectField(element: HTMLElement, name: string): FormField {
  const options = element.querySelectorAll('option');
  const value = (option: HTMLElement): string => option.getAttribute('value') ?? option.text.trim();
  const chosen = options.find((option) => has(option, 'selected')) ?? options[0];
  return {
    name,
    kind: 'choice',
    value: chosen === undefined ? undefined : value(chosen),
    options: options.map(value),
    required: has(element, 'required'),
  };
}

function inputField(element: HTMLElement, name: string): FormField {
  const type = (element.getAttribute('type') ?? 'text').toLowerCase();
  const value = element.getAttribute('value');
  const required = has(element, 'required');
  if (type === 'hidden') return { name, kind: 'hidden', value: value ?? '', options: [], required: false };
  if (type === 'submit') return { name, kind: 'button', value: undefined, options: [value ?? ''], required: false };
  if (type === 'radio' || type === 'checkbox') {
    const option = value ?? 'on';
    return {
      name,
      kind: 'choice',
      value: has(element, 'checked') ? option : undefined,
      options: [option],
      required,
    };
  }
  return { name, kind: 'text', value: value ?? '', options: [], required };
}

function fieldOf(element: HTMLElement): FormField | undefined {
  const name = element.getAttribute('name');
  if (name === undefined || name === '' || has(element, 'disabled')) return undefined;
  switch (element.tagName) {
    case 'SELECT':
      return selectField(element, name);
    case 'TEXTAREA':
      return {
        name,
        kind: 'text',
        value: element.text,
        options: [],
        required: has(element, 'required'),
      };
    case 'BUTTON':
      if ((element.getAttribute('type') ?? 'submit').toLowerCase() !== 'submit') return undefined;
      return {
        name,
        kind: 'button',
        value: undefined,
        options: [element.getAttribute('value') ?? ''],
        required: false,
      };
    default:
      return inputField(element, name);
  }
}

/** Radio buttons and buttons of one name are one field of which one option is submitted. */
function merge(fields: readonly FormField[]): readonly FormField[] {
  const merged: FormField[] = [];
  for (const field of fields) {
    const index = merged.findIndex(({ name, kind }) => name === field.name && kind === field.kind);
    const known = merged[index];
    if (known === undefined || field.kind === 'hidden' || field.kind === 'text') {
      merged.push(field);
      continue;
    }
    merged[index] = {
      ...known,
      value: known.value ?? field.value,
      options: [...known.options, ...field.options],
      required: known.required || field.required,
    };
  }
  return merged;
}

/** The only form of a page; undefined when there is none or more than one to choose from. */
export function readForm(page: string, pageUrl: string): HtmlForm | undefined {
  const forms = parse(page).querySelectorAll('form');
  const [form] = forms;
  if (form === undefined || forms.length > 1) return undefined;
  const action = form.getAttribute('action') ?? '';
  return {
    method: (form.getAttribute('method') ?? 'get').toLowerCase() === 'post' ? 'POST' : 'GET',
    action: new URL(action === '' ? pageUrl : action, pageUrl).href,
    encoding: (form.getAttribute('enctype') ?? urlEncoded).toLowerCase(),
    fields: merge(
      form.querySelectorAll('input, select, textarea, button').flatMap((element) => fieldOf(element) ?? []),
    ),
  };
}
