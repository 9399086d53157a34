import { Secret } from '@ducat/core';
import { text } from '@ducat/validation/schemas';
import { z } from 'zod';

/** A secret among the options of an adapter, wrapped or as it is. */
export const secretOption: z.ZodType<Secret> = z.union(
  [
    z.instanceof(Secret),
    text(1024)
      .refine((value) => value.trim() !== '')
      .transform((value) => new Secret(value)),
  ],
  'must be a string that is not blank, or a Secret',
);
