export const scenarioNames = [
  'charge',
  'capture',
  'void',
  'challenge',
  'failover_declined',
  'failover_unreachable',
  'refund',
  'lost_answer',
  'webhook',
] as const;

export type ScenarioName = (typeof scenarioNames)[number];
