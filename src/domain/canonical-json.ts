/** One text for one value: JSON whose keys are in order, so that it does not depend on the order in which fields came. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, sortingKeys);
}

function sortingKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
