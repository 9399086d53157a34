import { JumpingClock } from '@ducat/simulator';

/** The banks' clock: it is never behind the merchant's, which jumps over hours. */
export class TownClock extends JumpingClock {
  constructor() {
    super(Date.now(), 1);
  }

  /** It is this late at the merchant's. */
  reach(time: number): void {
    const ahead = time - this.now();
    if (ahead > 0) this.jump(ahead);
  }
}
