/**
 * The id most like one that is gone, as after a rename: the longest common beginning and end win.
 * Undefined when there are no ids.
 */
export function nearestId(ids: readonly string[], gone: string): string | undefined {
  const [best] = ids
    .map((id) => ({
      id,
      likeness: commonStart(id, gone) + commonStart(reverse(id), reverse(gone)),
    }))
    .sort((one, other) => other.likeness - one.likeness);
  return best?.id;
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function reverse(text: string): string {
  return [...text].reverse().join("");
}
