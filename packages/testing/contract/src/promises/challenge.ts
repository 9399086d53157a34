import type { ContractPromise } from '../promise.ts';
import { challengeAnswers } from './challenge/answers.ts';
import { challengeForms } from './challenge/forms.ts';
import { relayedAnswers } from './challenge/relay.ts';
import { relayTargets } from './challenge/relay-targets.ts';
import { resumedChallenges } from './challenge/resuming.ts';
import { tamperedContinuations } from './challenge/tampering.ts';

/** Payments at which the shopper has to act first. */
export const challenges: readonly ContractPromise[] = [
  ...resumedChallenges,
  ...challengeAnswers,
  ...tamperedContinuations,
  ...challengeForms,
  ...relayedAnswers,
  ...relayTargets,
];
