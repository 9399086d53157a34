/** Whether something still fails with only these. */
export type StillFails<Item> = (kept: readonly Item[]) => Promise<boolean>;

/**
 * The fewest of the items with which it still fails, so that none can be left out: Zeller's delta debugging. Gives up
 * after so many trials with the best that it has.
 */
export async function minimal<Item>(
  items: readonly Item[],
  stillFails: StillFails<Item>,
  mostTrials: number,
): Promise<readonly Item[]> {
  let kept = items;
  let parts = 2;
  let trials = 0;
  while (kept.length > 0 && trials < mostTrials) {
    const smaller = await oneWithout(kept, parts, async (rest) => {
      trials += 1;
      return trials <= mostTrials && (await stillFails(rest));
    });
    if (smaller !== undefined) {
      kept = smaller;
      parts = Math.max(2, parts - 1);
    } else if (parts >= kept.length) return kept;
    else parts = Math.min(kept.length, parts * 2);
  }
  return kept;
}

async function oneWithout<Item>(
  items: readonly Item[],
  parts: number,
  stillFails: StillFails<Item>,
): Promise<readonly Item[] | undefined> {
  const size = Math.ceil(items.length / parts);
  for (let from = 0; from < items.length; from += size) {
    const rest = items.filter((_, place) => place < from || place >= from + size);
    if (await stillFails(rest)) return rest;
  }
  return undefined;
}
