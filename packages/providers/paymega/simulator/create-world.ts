import { createBank, createCourier } from '@ducat/simulator';
import type { Send } from '@ducat/simulator';

import { createChallengeBook } from './acs/challenge.ts';
import { callbackPolicy } from './callbacks/policy.ts';
import { createSessionBook } from './cardgate/session.ts';
import { ControlState } from './controls.ts';
import { Register } from './register.ts';
import type { Settings } from './settings.ts';
import { createTokenVault } from './tokens/vault.ts';
import type { World } from './world.ts';

export function createWorld(settings: Settings, deliver: Send): World {
  const { clock, random } = settings;
  return {
    settings,
    clock,
    random,
    bank: createBank(clock),
    courier: createCourier({ clock, policy: callbackPolicy(settings.callbacks), deliver }),
    controls: new ControlState(),
    origins: {
      api: 'https://api.paymega.test',
      cardgate: 'https://cardgate.paymega.test',
      acs: 'https://acs.paymega.test',
    },
    invoices: new Register(),
    payouts: new Register(),
    refundReferences: new Set(),
    sessions: createSessionBook(clock, random, settings.bearerLifetimeSeconds),
    challenges: createChallengeBook(random),
    vault: createTokenVault(random),
  };
}
