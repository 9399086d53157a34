import type { Transport } from '@ducat/adapter-kit';
import type { Journal } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { BreakageName } from './names.ts';
import { journalAfterCall, writtenBehind } from './late-journals.ts';
import { acknowledgedEarly, cardInJournal, withoutLeases } from './wrong-journals.ts';

/** What stands between the engine and its journal or its network, and breaks one of its promises. */
export interface Breakage {
  journal?(journal: Journal): Journal;
  transport?(transport: Transport): Transport;
}

export const breakages: Readonly<Record<BreakageName, Breakage>> = {
  journal_after_call: { journal: journalAfterCall },
  written_behind: { journal: writtenBehind },
  fresh_key_per_life: { transport: freshKeys },
  no_recovery: { journal: withoutLeases },
  event_acknowledged_early: { journal: acknowledgedEarly },
  unclear_is_not_sent: { transport: unclearIsNotSent },
  card_in_journal: { journal: cardInJournal },
};

/** PayCross recognises a repeat by its `RequestID`: with another one it acts again. */
function freshKeys(transport: Transport): Transport {
  return {
    send(request, budget) {
      const { RequestID: key, ...headers } = request.headers;
      if (key === undefined) return transport.send(request, budget);
      return transport.send({ ...request, headers: { ...headers, RequestID: `${key}-${process.pid}` } }, budget);
    },
    close: () => transport.close(),
  };
}

/** Takes every failure for proof that nothing left. */
function unclearIsNotSent(transport: Transport): Transport {
  return {
    async send(request, budget) {
      try {
        return await transport.send(request, budget);
      } catch (thrown) {
        if (!DucatError.is(thrown)) throw thrown;
        throw new DucatError({ ...thrown.toJSON(), effect: 'none' });
      }
    },
    close: () => transport.close(),
  };
}
