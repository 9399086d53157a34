import { z } from 'zod';

/** An amount as Tidepay writes it. */
export const digits: z.ZodType<string> = z.string().regex(/^(?:0|[1-9]\d{0,24})$/);

export const flag: z.ZodType<boolean | null | undefined> = z.boolean().nullish();

// What decides nothing about money is dropped where it has another type: it must not make a success unreadable.
export const remark: z.ZodType<string | null | undefined> = z.string().nullish().catch(undefined);
export const moment: z.ZodType<number | null | undefined> = z.int().nullish().catch(undefined);
