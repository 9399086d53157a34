import type { Random } from '@ducat/simulator';

import type { Verdict } from '../cards/decision.ts';

export interface Challenge {
  /** Names the challenge in the platform's return URL. */
  readonly pid: string;
  /** Names it in the ACS's own URL. */
  readonly rid: string;
  readonly version: '1' | '2';
  readonly invoiceId: string;
  /** Where the platform expects the ACS's answer. */
  readonly returnUrl: string;
  /** What the issuer decides once the shopper is authenticated. */
  readonly verdict: Verdict;
  /** PaReq or, for 3-D Secure 2, creq. */
  readonly requestMessage: string;
  /** As the platform learns it from the ACS itself, not from the browser. */
  authenticated: boolean | undefined;
  /** PaRes or cres, once the shopper has answered. */
  responseMessage: string | undefined;
}

export interface ChallengeBook {
  open(invoiceId: string, version: '1' | '2', returnUrl: (pid: string) => string, verdict: Verdict): Challenge;
  byPid(pid: string): Challenge | undefined;
  byRequestMessage(message: string): Challenge | undefined;
  byRid(rid: string): Challenge | undefined;
  answer(challenge: Challenge, authenticated: boolean): string;
}

const alphabetProof = [/\+/, /\//, /=$/];

/** Always holds the letters that careless form encoding destroys. */
function opaqueMessage(random: Random): string {
  for (;;) {
    const bytes = Array.from({ length: 301 }, () => random.integer(256));
    const message = Buffer.from(bytes).toString('base64');
    if (alphabetProof.every((part) => part.test(message))) return message;
  }
}

function requestMessage(random: Random, version: '1' | '2'): string {
  if (version === '1') return opaqueMessage(random);
  // Padded standard base64, as in the host-to-host page's sample.
  return Buffer.from(
    JSON.stringify({
      threeDSServerTransID: random.uuid(),
      acsTransID: random.uuid(),
      challengeWindowSize: '05',
      messageType: 'CReq',
      messageVersion: '2.1.0',
    }),
  ).toString('base64');
}

function responseMessage(random: Random, challenge: Challenge, authenticated: boolean): string {
  if (challenge.version === '1') return opaqueMessage(random);
  const request: unknown = JSON.parse(Buffer.from(challenge.requestMessage, 'base64').toString('utf8'));
  return Buffer.from(
    JSON.stringify({
      ...Object(request),
      messageType: 'CRes',
      challengeWindowSize: undefined,
      transStatus: authenticated ? 'Y' : 'N',
    }),
  ).toString('base64url');
}

export function createChallengeBook(random: Random): ChallengeBook {
  const byPid = new Map<string, Challenge>();
  const byRid = new Map<string, Challenge>();
  const byRequestMessage = new Map<string, Challenge>();
  return {
    open(invoiceId, version, returnUrl, verdict) {
      const pid = `pay_${random.identifier(21)}_${random.identifier(2)}_${random.identifier(2)}`;
      const challenge: Challenge = {
        pid,
        rid: random.uuid(),
        version,
        invoiceId,
        returnUrl: returnUrl(pid),
        verdict,
        requestMessage: requestMessage(random, version),
        authenticated: undefined,
        responseMessage: undefined,
      };
      byPid.set(challenge.pid, challenge);
      byRid.set(challenge.rid, challenge);
      byRequestMessage.set(challenge.requestMessage, challenge);
      return challenge;
    },
    byPid: (pid) => byPid.get(pid),
    byRequestMessage: (message) => byRequestMessage.get(message),
    byRid: (rid) => byRid.get(rid),
    answer(challenge, authenticated) {
      challenge.authenticated ??= authenticated;
      challenge.responseMessage ??= responseMessage(random, challenge, challenge.authenticated);
      return challenge.responseMessage;
    },
  };
}
