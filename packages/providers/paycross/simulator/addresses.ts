export interface Origins {
  readonly gateway: string;
  readonly acs: string;
}

/** The hosts the platform has in reality; the access control server belongs to a bank. */
export const publicOrigins: Origins = {
  gateway: 'https://gateway.pay-cross.com',
  acs: 'https://acs.issuer.example',
};

/** URLs the platform hands out; they follow the origins it is reached at. */
export interface Addresses {
  moveTo(origins: Origins): void;
  processPage(uid: string): string;
  decision(uid: string): string;
  relay(uid: string): string;
  methodProcess(uid: string): string;
  receipt(uid: string, hash: string): string;
  accessServer(): string;
}

export function createAddresses(): Addresses {
  let current = publicOrigins;
  return {
    moveTo(origins) {
      current = origins;
    },
    processPage: (uid) => `${current.gateway}/process/${uid}`,
    decision: (uid) => `${current.gateway}/process/${uid}/decision`,
    relay: (uid) => `${current.gateway}/process/${uid}/return`,
    methodProcess: (uid) => `${current.gateway}/api/v1/transactions/${uid}/method-process`,
    receipt: (uid, hash) => `${current.gateway}/customer/transactions/${uid}/${hash}`,
    accessServer: () => `${current.acs}/pareq`,
  };
}
