import type { RoutedRequest } from '@ducat/router';
import type { Engine } from './engine.ts';
import { runFollowing } from './follow/run-following.ts';
import type { InFlight } from './in-flight.ts';
import type { FollowingOperation } from './model/operation.ts';
import type { OperationOptions, Payments } from './payments.ts';
import { checkOperation } from './request/check.ts';
import type { OperationResult } from './result.ts';
import { runFirst } from './run/first.ts';
import { shared } from './run/shared.ts';
import { during } from './telemetry/during.ts';
import type { Attributes, Observer } from './telemetry/observer.ts';

type Operations = Pick<Payments, 'charge' | 'authorize' | 'tokenize' | 'payout' | FollowingOperation>;

/** The operations of the merchant: each checked, counted among what is under way, observed, and run. */
export function operationsOn(engine: Engine, { run }: InFlight, observer: Observer | undefined): Operations {
  const share = shared();

  function first<Kind extends RoutedRequest['operation']>(operation: Kind) {
    type Request = Extract<RoutedRequest, { readonly operation: Kind }>['request'];
    return (given: Request, named: OperationOptions): Promise<OperationResult> =>
      run(() => {
        const [request, options] = checkOperation(operation, given, named);
        const asked = { operation, request } as unknown as RoutedRequest;
        const attributes = { payment: options.key, key: options.key };
        const task = (): Promise<OperationResult> => share(engine, asked, options, runFirst);
        return during(observer, { kind: 'operation', name: operation, attributes }, task, ending);
      });
  }

  function following<Kind extends FollowingOperation>(operation: Kind) {
    type Request = Parameters<Payments[Kind]>[0];
    return (given: Request, named: OperationOptions): Promise<OperationResult> =>
      run(() => {
        const [request, options] = checkOperation(operation, given, named);
        const attributes = { payment: request.payment, key: options.key };
        const task = (): Promise<OperationResult> => runFollowing(engine, operation, request, options);
        return during(observer, { kind: 'operation', name: operation, attributes }, task, ending);
      });
  }

  return {
    charge: first('charge'),
    authorize: first('authorize'),
    tokenize: first('tokenize'),
    payout: first('payout'),
    capture: following('capture'),
    void: following('void'),
    refund: following('refund'),
  };
}

function ending({ status, attempts }: OperationResult): Attributes {
  return { status, provider: attempts.at(-1)?.provider, attempts: attempts.length };
}
