import type { ScenarioName } from './names.ts';
import { capture, charge, refund, release } from './payments.ts';
import type { Scenario } from './scenario.ts';
import { failoverDeclined, failoverUnreachable, lostAnswer } from './troubles.ts';
import { challenge, webhook } from './waiting.ts';

export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  charge,
  capture,
  void: release,
  challenge,
  failover_declined: failoverDeclined,
  failover_unreachable: failoverUnreachable,
  refund,
  lost_answer: lostAnswer,
  webhook,
};
