/** The place of an offset in a module, as the bundler tells places: columns count from 0. */
export function codePlace(code: string, offset: number, file: string) {
  const before = code.slice(0, offset).split("\n");
  return { file, line: before.length, column: before.at(-1)?.length ?? 0 };
}
