import type { Bind, ServiceIdentifier, UnbindSync } from 'inversify';

/** What a container and the options of a container module have in common. */
export interface Binder {
  readonly bind: Bind;
  readonly unbind: UnbindSync;
}

/**
 * Lets a container forget how it resolved the token before, to be called when its bindings are complete.
 *
 * inversify 8.2 adds a binding to the plans that it keeps while the sentence that describes it is still being said:
 * after `toResolvedValue`, before `inSingletonScope` and `whenNamed`. To whoever asked before, a late singleton is made
 * anew each time, and what is meant for one name is given to all. Its plans are all forgotten when a binding goes whose
 * condition looks at its ancestors: so one comes and goes.
 */
export function forgetPlans(binder: Binder, token: ServiceIdentifier): void {
  const passing = binder.bind(token).toResolvedValue(() => undefined);
  const conditional = passing.inTransientScope().when((asked) => {
    asked.getAncestor();
    return false;
  });
  binder.unbind(conditional.getIdentifier());
}
