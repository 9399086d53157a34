import { currencyCodes, currencyExponent, isCurrencyCode, parseDecimal, ports } from '@ducat/core';
import { z } from 'zod';
import { expressionProblem } from '../compile/expression.ts';
import { conditionsSchema } from './condition-schema.ts';
import { dependingOn, fieldOf } from './one-or-more.ts';
import type { CircuitSettings, Fee, Routes, RoutingRule } from './routes.ts';

const provider = z.string('must be the id of a provider').min(1, 'must not be empty').max(64);
const providers = z
  .array(provider, 'must be a list of providers')
  .min(1, 'must name at least one provider')
  .refine((ids) => new Set(ids).size === ids.length, 'must name each provider once');
const percent = z.number('must be a number').min(0, 'must be at least 0').max(100, 'must be at most 100');
const currency = z.enum(currencyCodes, 'must be an ISO 4217 code of a payable currency in upper case');

const ruleShape = z.strictObject({
  name: z
    .string('must be a text')
    .trim()
    .min(1, 'must not be empty')
    .max(100, 'must have at most 100 characters')
    // Plans, logs and tables have it in one line, and nothing that looks like a card number may stand there.
    .refine((name) => !/[\p{Cc}\u2028\u2029]/u.test(name), 'must be one line')
    .refine((name) => !/\d(?:[ -]?\d){11}/.test(name), 'must not contain a long number'),
  note: z.string('must be a text').max(1000).optional(),
  if: conditionsSchema.optional(),
  when: z
    .string('must be a CEL expression')
    .max(2000)
    .superRefine((text, issues) => {
      const message = expressionProblem(text);
      if (message !== undefined) issues.addIssue({ code: 'custom', message });
    })
    .optional(),
  try: providers.optional(),
  split: z
    .record(
      provider,
      percent.refine(isHundredth, 'must have at most two digits after the point'),
      'must be percents by provider',
    )
    .refine((shares) => Object.keys(shares).length > 0, 'must name at least one provider')
    .optional(),
  prefer: z.enum(['success_rate', 'cost'], 'must be success_rate or cost').optional(),
  among: providers.optional(),
  exclude: providers.optional(),
  others: z.enum(['follow', 'left_out'], 'must be follow or left_out').optional(),
});

const results = ['try', 'split', 'prefer', 'exclude'] as const;

const oneResult = z.looseObject({}).superRefine((value, issues) => {
  const found = results.filter((result) => value[result] !== undefined);
  if (found.length !== 1) {
    const has = found.length === 0 ? 'none' : found.join(' and ');
    issues.addIssue({ code: 'custom', message: `must have exactly one of ${results.join(', ')}, and has ${has}` });
  }
  if (value['among'] !== undefined && value['prefer'] === undefined)
    issues.addIssue({ code: 'custom', path: ['among'], message: 'goes with prefer alone' });
  if (value['others'] !== undefined && value['exclude'] !== undefined)
    issues.addIssue({ code: 'custom', path: ['others'], message: 'does not go with exclude' });
});

const rule = dependingOn<RoutingRule>((value) =>
  typeof value === 'object' && value !== null ? [ruleShape, oneResult] : ruleShape,
);

const share = z
  .string("must be a decimal in quotes, for example '1.4'; required where there is no fixed")
  .refine(isFee(6), 'must be a decimal of at least 0 with at most six digits after the point');

const fee = dependingOn<Fee>((value) => {
  const code = fieldOf(value, 'currency');
  const isFixed = fieldOf(value, 'fixed') !== undefined;
  const digits = isCurrencyCode(code) ? currencyExponent(code) : 24;
  const fixed = z
    .string("must be a decimal in quotes, for example '0.25'")
    .refine(isFee(digits), 'must be a decimal of at least 0 with no more digits than the currency has');
  return z.strictObject({
    provider,
    currency: isFixed ? currency : currency.optional(),
    brand: z
      .string('must be a text')
      .regex(/^[a-z0-9-]+$/, 'must be in lower case')
      .optional(),
    percent: isFixed ? share.optional() : share,
    fixed: fixed.optional(),
  });
});

const circuit = z
  .strictObject({
    failurePercent: percent.gt(0).lt(100).optional(),
    outOf: z.int().positive().max(10_000).optional(),
    atLeast: z.int().positive().optional(),
    openSeconds: z.array(z.number().positive()).min(1).optional(),
    probePercent: percent.gt(0).optional(),
    whenOpen: z.enum(['last', 'leave_out'], 'must be last or leave_out').optional(),
  })
  .refine(({ atLeast, outOf = 20 }) => atLeast === undefined || atLeast <= outOf, {
    path: ['atLeast'],
    message: 'must be at most outOf, or the circuit never opens',
  });

/** The schema of a set of routes: its shape. What it means, whether its splits add up for example, `lintRoutes` says. */
export const routesSchema: z.ZodType<Routes> = z.strictObject({
  version: z.literal(1, 'must be 1, the version of this format'),
  rules: z.array(rule, 'must be a list of rules').max(100_000),
  fees: z.array(fee).optional(),
  successRate: z
    .strictObject({
      halfLifeMinutes: z.number().positive().optional(),
      explorePercent: percent.optional(),
      segmentBy: z.array(z.enum(['operation', 'currency', 'brand', 'issuerCountry', 'source'])).optional(),
      assumed: z.strictObject({ ratePercent: percent, attempts: z.number().positive() }).optional(),
    })
    .optional(),
  circuit: dependingOn<CircuitSettings | false>((value) => (value === false ? z.literal(false) : circuit)).optional(),
  providers: z
    .array(
      z.strictObject({
        id: provider,
        ports: z.array(z.enum(ports, `must be one of ${ports.join(', ')}`)).optional(),
        limits: z
          .strictObject({
            currencies: z
              .union([z.literal('any'), z.array(currency)], 'must be any, or a list of ISO 4217 codes')
              .optional(),
            tokenize: z.enum(['standalone', 'on_payment', 'never']).optional(),
            sources: z.array(z.enum(['card', 'token', 'hosted'])).optional(),
          })
          .optional(),
      }),
    )
    .optional(),
});

function isHundredth(value: number): boolean {
  return Math.abs(value * 100 - Math.round(value * 100)) < 1e-9;
}

function isFee(digits: number): (text: string) => boolean {
  return (text) => (parseDecimal(text, digits) ?? -1n) >= 0n;
}
