import { z } from 'zod';

/** Nobody reads more, and each is searched for secrets. */
const mostComplaints = 20;

/** One complaint of an error body: the field's path in the provider's words, empty when it is about no field. */
export interface Complaint {
  readonly path: string;
  readonly text: string;
}

const text = z.string().nullish();
const source = z.object({ pointer: text, parameter: text }).nullish();
const item = z.object({ code: z.union([z.string(), z.number()]).nullish(), title: text, detail: text, source });
const lists = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const body = z.object({
  errors: z.preprocess(firstOf, z.union([z.array(item), lists]).optional()),
  error: z.unknown().optional(),
  message: text,
});

// The customer has a reference of its own, which may be complained about without anything being repeated.
const repetition = /duplicat|already|not unique|(?<!customer\W{1,4})reference.?id/i;

/**
 * Whether an error speaks of something that was there before. Neither the status nor the text of a repeated reference is
 * documented, so whatever could be one counts as one: a wrong yes costs a lookup, a wrong no a second charge.
 */
export function speaksOfRepetition(value: unknown): boolean {
  return value !== undefined && repetition.test(JSON.stringify(value));
}

/**
 * The complaints of an error body, whose shape Paymega does not document: a JSON:API list, texts by field, `error` or
 * `message`. `undefined` when it is none of these, or complains of nothing: a proxy's page, for example.
 */
export function readErrorBody(value: unknown): readonly Complaint[] | undefined {
  const complaints = complaintsIn(value);
  return complaints === undefined || complaints.length === 0 ? undefined : complaints.slice(0, mostComplaints);
}

function complaintsIn(value: unknown): readonly Complaint[] | undefined {
  if (typeof value === 'string' && value !== '') return [{ path: '', text: value }];
  const result = body.safeParse(value);
  if (!result.success) return undefined;
  const { errors, error, message } = result.data;
  if (Array.isArray(errors)) {
    return errors.map((entry) => ({
      path: pathOf(entry.source),
      text: entry.detail ?? entry.title ?? String(entry.code ?? ''),
    }));
  }
  if (errors !== undefined) {
    return Object.entries(errors).flatMap(([path, texts]) => [texts].flat().map((one) => ({ path, text: one })));
  }
  const single = typeof error === 'string' ? error : (message ?? nestedMessage(error));
  return single === undefined ? undefined : [{ path: '', text: single }];
}

function firstOf(errors: unknown): unknown {
  if (Array.isArray(errors)) return errors.slice(0, mostComplaints);
  const isObject = typeof errors === 'object' && errors !== null;
  return isObject ? Object.fromEntries(Object.entries(errors).slice(0, mostComplaints)) : errors;
}

function nestedMessage(error: unknown): string | undefined {
  const result = z.object({ message: z.string() }).safeParse(error);
  return result.success ? result.data.message : undefined;
}

// "/data/attributes/customer/reference_id" and "data.attributes.customer.reference_id" both occur in JSON:API servers.
function pathOf(place: z.infer<typeof source>): string {
  const pointer = place?.pointer ?? place?.parameter ?? '';
  return pointer
    .split(/[/.]/)
    .filter((part) => part !== '' && part !== 'data' && part !== 'attributes')
    .join('.');
}
