import type { ASTNode } from '@marcbachmann/cel-js';
import { Environment } from '@marcbachmann/cel-js';
import type { CustomerFacts, RoutingFacts } from '../facts.ts';

/** What an expression can ask about. What is not known of a request is an empty text. */
const variables = {
  operation: 'string',
  currency: 'string',
  /** Minor units. */
  amount: 'int',
  brand: 'string',
  bin: 'string',
  issuerCountry: 'string',
  billingCountry: 'string',
  source: 'string',
  usage: 'list<string>',
  initiator: 'string',
  customer: 'map<string, string>',
  customerMetadata: 'map<string, string>',
  metadata: 'map<string, string>',
  at: 'google.protobuf.Timestamp',
} as const;

const environment = Object.entries(variables).reduce(
  (made, [name, type]) => made.registerVariable(name, type),
  new Environment({ limits: { maxAstNodes: 500, maxDepth: 32, maxListElements: 200 } }),
);

/** What is wrong with a CEL expression; `undefined` when it can be used. */
export function expressionProblem(text: string): string | undefined {
  const { valid, type, error } = environment.check(text);
  if (!valid) return error?.summary ?? 'is no CEL expression';
  if (type !== 'bool') return `must be true or false, and is ${type}`;
  // What shoppers write would be matched by backtracking: one payment could stop the process for minutes.
  return callsMatches(environment.parse(text).ast)
    ? 'must not use matches(): use startsWith, endsWith, contains or =='
    : undefined;
}

/** A CEL expression as a test. What cannot be computed does not match. */
export function compileExpression(text: string): (facts: RoutingFacts) => boolean {
  const evaluate = environment.parse(text);
  return (facts) => {
    try {
      return evaluate(contextOf(facts)) === true;
    } catch {
      return false;
    }
  };
}

function contextOf(facts: RoutingFacts): Record<keyof typeof variables, unknown> {
  return {
    operation: facts.operation,
    currency: facts.currency,
    amount: facts.amount.minorUnits,
    brand: facts.card.brand ?? '',
    bin: facts.card.bin ?? '',
    issuerCountry: facts.card.issuerCountry ?? '',
    billingCountry: facts.billingCountry ?? '',
    source: facts.source,
    usage: facts.usage,
    initiator: facts.initiator ?? '',
    customer: customerFields(facts.customer),
    customerMetadata: facts.customer?.metadata ?? {},
    metadata: facts.metadata ?? {},
    at: new Date(facts.at),
  };
}

function customerFields(customer: CustomerFacts | undefined): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const name of ['reference', 'email', 'phone', 'ipAddress', 'deviceId'] as const) {
    const value = customer?.[name];
    if (value !== undefined) fields[name] = value;
  }
  return fields;
}

function callsMatches(node: ASTNode): boolean {
  if ((node.op === 'call' || node.op === 'rcall') && node.args[0] === 'matches') return true;
  return nodesIn(node.args).some(callsMatches);
}

function nodesIn(value: unknown): ASTNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return typeof value === 'object' && value !== null && 'op' in value ? [value as ASTNode] : [];
}
