/**
 * A provider's words and what each means here. The answer for a word that is not in the table is mandatory, because
 * every provider will one day say a new one.
 *
 * Words are compared in lower case. The table is a `Map` underneath, so that no word is found on a prototype.
 */
export function statusTable<Meaning>(
  meanings: Readonly<Record<string, Meaning>>,
  unmapped: (word: string) => Meaning,
): (word: string) => Meaning {
  const table = new Map(Object.entries(meanings).map(([word, meaning]) => [word.toLowerCase(), meaning]));
  return (word) => {
    const meaning = table.get(word.toLowerCase());
    return meaning === undefined ? unmapped(word) : meaning;
  };
}
