import type { ObjectReader } from '../validation/object-reader.ts';

export interface DelayedOptions {
  readonly action: 'capture' | 'void' | undefined;
  readonly delayMinutes: number | undefined;
  readonly allowPartially: boolean;
}

// The three texts are those of the two-step page's error table.
const tooShort = 'This value should be greater than or equal to 60';
const delayMissing =
  'To use option delayed_action, option delay must be passed or set in Commerce Account payment options';
const wrongFlow = 'Options delay and delayed_action can be used only with flow delayed_charge';

export function readDelayedOptions(
  attributes: ObjectReader,
  flow: 'charge' | 'delayed_charge',
  accountDelay: number | undefined,
): DelayedOptions {
  const options = attributes.object('options');
  options?.allowOnly(['delayed_action', 'delayed_action_delay', 'allow_partially']);
  const action = options?.choice('delayed_action', ['capture', 'void']);
  const delay = options?.integer('delayed_action_delay');
  const actionGiven = options?.has('delayed_action') ?? false;
  const delayGiven = options?.has('delayed_action_delay') ?? false;
  if ((actionGiven || delayGiven) && flow !== 'delayed_charge') {
    const name = actionGiven ? 'delayed_action' : 'delayed_action_delay';
    options?.reject(name, 'invalid_option', wrongFlow);
  } else if (actionGiven && !delayGiven && accountDelay === undefined) {
    options?.reject('delayed_action_delay', 'required', delayMissing);
  } else if (delayGiven && !actionGiven) {
    options?.reject('delayed_action', 'required', 'This value should not be blank.');
  }
  if (delay !== undefined && delay < 60) {
    options?.reject('delayed_action_delay', 'too_low', tooShort);
  }
  return {
    action,
    delayMinutes: action === undefined ? undefined : (delay ?? accountDelay),
    allowPartially: options?.flag('allow_partially') ?? false,
  };
}
