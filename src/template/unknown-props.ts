/**
 * Paths of the keys that stand in `input` and that the schema left out of `output`, in plain objects
 * and arrays at any depth. A key set to `undefined` counts as not given.
 *
 * @param path of `input` itself
 */
export function findUnknownKeys(input: unknown, output: unknown, path: string): readonly string[] {
  // What a schema does not look into it hands back as it is: nothing was left out.
  if (input === output) return [];
  if (Array.isArray(input) && Array.isArray(output)) {
    return input.flatMap((item, index) =>
      findUnknownKeys(item, output[index], `${path}[${index}]`),
    );
  }
  if (!isPlainObject(input) || !isPlainObject(output)) return [];
  return Object.entries(input).flatMap(([key, value]) => {
    const field = `${path}.${key}`;
    if (Object.hasOwn(output, key)) return findUnknownKeys(value, output[key], field);
    return value === undefined ? [] : [field];
  });
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
