/** A document, cut at the marks of what is written into it. */
export interface DocumentParts {
  readonly before: string;
  readonly begin: string;
  readonly end: string;
  readonly after: string;
}

/** Cuts a document at the marks of one part. @throws {Error} when it has none */
export function parts(document: string, name: string): DocumentParts {
  const begin = `<!-- ${name}: written by npm run check-docs -->`;
  const end = `<!-- end of ${name} -->`;
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`Cannot write ${name}: the document has no such part`);
  return {
    ...{ before: document.slice(0, from), begin, end },
    after: document.slice(to + end.length),
  };
}
