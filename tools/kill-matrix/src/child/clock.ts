import { JumpingClock } from '@ducat/simulator';

/** Seconds of waiting take milliseconds, and calls over loopback have all the time they need. */
const speed = 50;

/** The merchant's clock: it runs fast, and jumps when it is told to, because providers' horizons take hours. */
export class FastClock extends JumpingClock {
  constructor(start: number) {
    super(start, speed);
  }
}
