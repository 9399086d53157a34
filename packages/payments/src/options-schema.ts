import { z } from 'zod';
import { defaultDelivery } from './outbox/schedule.ts';
import { defaultSchedule } from './recovery/schedule.ts';

/* What createPayments is given, checked strictly: a misspelled option is not a default. */

const milliseconds = 'must be whole milliseconds, 0 or more';
const longest = 2 ** 31 - 1;
const duration = z.int(milliseconds).min(0, milliseconds).max(longest, `must be at most ${longest}`);
const period = duration.min(1, 'must be at least 1');
const delays = z.array(duration, 'must be an array of milliseconds').min(1, 'must have at least one');
const count = z.int('must be a whole number of 1 or more').min(1, 'must be a whole number of 1 or more');

/** Every field of a schedule by the kind of its default. */
function fieldsOf(defaults: object): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => {
      const field = Array.isArray(value) ? delays : name.endsWith('Milliseconds') ? duration : count;
      return [name, field.optional()];
    }),
  );
}

/** An object of somebody else's, as it is, with these methods. */
function having(what: string, ...methods: readonly string[]): z.ZodType {
  return z.unknown().superRefine((value, context) => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) {
      context.addIssue({ code: 'custom', message: `must be ${what}` });
      return;
    }
    for (const method of methods) {
      const isThere = typeof (value as Readonly<Record<string, unknown>>)[method] === 'function';
      if (!isThere)
        context.addIssue({ code: 'custom', path: [method], message: `must be a function: it takes ${what}` });
    }
  });
}

const provider = having('a provider, as an adapter makes it', 'close').superRefine((value, context) => {
  if (typeof value !== 'object' || value === null) return;
  const { id, limits } = value as { readonly id?: unknown; readonly limits?: unknown };
  if (typeof id !== 'string' || id.trim() === '')
    context.addIssue({ code: 'custom', path: ['id'], message: 'must be a string that is not blank' });
  if (typeof limits !== 'object' || limits === null)
    context.addIssue({ code: 'custom', path: ['limits'], message: 'must say what the provider can do' });
});

const providers = z
  .array(provider, 'must be an array of providers')
  .min(1, 'must have at least one provider')
  .superRefine((list, context) => {
    const ids = list.map((each) => (each as { readonly id?: unknown } | null)?.id);
    for (const [index, id] of ids.entries()) {
      if (id === undefined || ids.indexOf(id) === index) continue;
      const message = 'is the id of another provider too: every provider needs its own';
      context.addIssue({ code: 'custom', path: [index, 'id'], message });
    }
  });

const journal = having(
  'a journal',
  'append',
  'read',
  'find',
  'lease',
  'reviews',
  'payments',
  'takeMessages',
  'acknowledge',
  'close',
);

const routes = z.unknown().superRefine((value, context) => {
  if (typeof value !== 'object' || value === null)
    context.addIssue({ code: 'custom', message: 'must be routes, or a router made by createRouter' });
});

const recovery = z
  .strictObject({ ...fieldsOf(defaultSchedule), everyMilliseconds: period.optional() }, 'must be false, or a schedule')
  .superRefine((given, context) => {
    const { maximumLookups, lookupsBeforeReview } = { ...defaultSchedule, ...given };
    if (maximumLookups >= lookupsBeforeReview) return;
    const message = `must be at least lookupsBeforeReview, which is ${lookupsBeforeReview}`;
    context.addIssue({ code: 'custom', path: ['maximumLookups'], message });
  });

const subscriber = z.custom((value) => typeof value === 'function', 'must be a function that takes an event');

export const paymentsOptions: z.ZodType<object> = z.strictObject({
  providers,
  journal,
  routes: routes.optional(),
  vault: having('a vault', 'save').optional(),
  subscribers: z.array(subscriber, 'must be an array of functions').optional(),
  delivery: z
    .strictObject({ ...fieldsOf(defaultDelivery), everyMilliseconds: period.optional() })
    .extend({ timeoutMilliseconds: period.optional() })
    .optional(),
  logger: having('a logger', 'debug', 'info', 'warn', 'error').optional(),
  observer: having('an observer', 'during', 'happened').optional(),
  clock: having('a clock', 'now', 'schedule').optional(),
  limits: z
    .strictObject({
      attemptMilliseconds: period.optional(),
      operationMilliseconds: period.optional(),
      closeMilliseconds: duration.optional(),
    })
    .optional(),
  recovery: z.preprocess((value) => (value === false ? undefined : value), recovery.optional()),
});
