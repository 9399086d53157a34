import { chargeOfTwoAmounts, resumes, sameCharge } from './first-operations.ts';
import { captureOrVoid, captures, refunds, sameCapture, sameRefund } from './following-operations.ts';
import type { RaceName } from './names.ts';
import type { Race } from './race.ts';

export const races: Readonly<Record<RaceName, Race>> = {
  same_charge: sameCharge,
  charge_of_two_amounts: chargeOfTwoAmounts,
  captures,
  same_capture: sameCapture,
  capture_or_void: captureOrVoid,
  refunds,
  same_refund: sameRefund,
  resumes,
};
