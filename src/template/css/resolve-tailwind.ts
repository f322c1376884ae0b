import type { Declaration, TokenOrValue } from "lightningcss";

/** Values of custom properties by their name. */
export type Definitions = ReadonlyMap<string, readonly TokenOrValue[]>;

/** How deep variables may refer to each other: far above what Tailwind does, and no cycle's end. */
const maxDepth = 16;

/** Whether a name is one of Tailwind's inner variables. */
export function isTailwindName(name: string): boolean {
  return name.startsWith("--tw-");
}

/** The Tailwind variables that declarations of one block define. */
export function collectDefinitions(declarations: readonly Declaration[]): Definitions {
  const definitions = new Map<string, readonly TokenOrValue[]>();
  for (const declaration of declarations) {
    if (declaration.property === "custom" && isTailwindName(declaration.value.name)) {
      definitions.set(declaration.value.name, declaration.value.value);
    }
  }
  return definitions;
}

/**
 * A declaration without Tailwind's inner variables: their values, or else their fallbacks, put in
 * place. Mail clients know no `var()`.
 *
 * @returns undefined when nothing is left: a definition, or a value that has no fallback and that a
 * browser would not apply either
 */
export function resolveTailwind(
  declaration: Declaration,
  definitions: Definitions,
): Declaration | undefined {
  if (declaration.property === "custom" && isTailwindName(declaration.value.name)) return undefined;
  if (declaration.property === "transition-property") {
    const value = declaration.value.filter((id) => !isTailwindName(id.property));
    return value.length === 0 ? undefined : { ...declaration, value };
  }
  if (declaration.property === "transition") {
    const value = declaration.value.filter((item) => !isTailwindName(item.property.property));
    return value.length === 0 ? undefined : { ...declaration, value };
  }
  // `custom` is also what lightningcss calls a property that it does not know.
  if (declaration.property === "unparsed") {
    const value = resolveValue(declaration.value.value, definitions);
    return value && { ...declaration, value: { ...declaration.value, value } };
  }
  if (declaration.property === "custom" && declaration.value.value.some(holdsVariable)) {
    const value = resolveValue(declaration.value.value, definitions);
    return value && { ...declaration, value: { ...declaration.value, value } };
  }
  return declaration;
}

function holdsVariable(token: TokenOrValue): boolean {
  return (
    token.type === "var" || (token.type === "function" && token.value.arguments.some(holdsVariable))
  );
}

function resolveValue(
  tokens: readonly TokenOrValue[],
  definitions: Definitions,
): TokenOrValue[] | undefined {
  const value = resolveTokens(tokens, definitions, 0);
  return value?.every(isSpace) ? undefined : value;
}

function resolveTokens(
  tokens: readonly TokenOrValue[],
  definitions: Definitions,
  depth: number,
): TokenOrValue[] | undefined {
  const resolved: TokenOrValue[] = [];
  for (const token of tokens) {
    if (token.type === "var") {
      const inner = resolveVariable(token, definitions, depth);
      if (inner === undefined) return undefined;
      resolved.push(...inner);
    } else if (token.type === "function") {
      const args = resolveTokens(token.value.arguments, definitions, depth);
      if (args === undefined) return undefined;
      resolved.push({ ...token, value: { ...token.value, arguments: args } });
    } else if (!(isSpace(token) && isSpaceOrNothing(resolved.at(-1)))) {
      resolved.push(token);
    }
  }
  while (resolved.length > 0 && isSpaceOrNothing(resolved.at(-1))) resolved.pop();
  return resolved;
}

function resolveVariable(
  token: Extract<TokenOrValue, { type: "var" }>,
  definitions: Definitions,
  depth: number,
): TokenOrValue[] | undefined {
  const { name, fallback } = token.value;
  if (!isTailwindName(name.ident)) {
    if (!fallback) return [token];
    const inner = resolveTokens(fallback, definitions, depth);
    return [{ ...token, value: { ...token.value, fallback: inner ?? null } }];
  }
  const value = definitions.get(name.ident) ?? fallback;
  if (!value || depth > maxDepth) return undefined;
  return resolveTokens(value, definitions, depth + 1);
}

function isSpace(token: TokenOrValue): boolean {
  return token.type === "token" && token.value.type === "white-space";
}

function isSpaceOrNothing(token: TokenOrValue | undefined): boolean {
  return token === undefined || isSpace(token);
}
