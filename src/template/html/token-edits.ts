import type { HtmlDocument, Token } from "./token.ts";
import { tokenize } from "./tokenize.ts";

/** Changes to a document that are collected while it is read, and made together. */
export class TokenEdits {
  readonly #before = new Map<number, string>();
  readonly #after = new Map<number, string>();
  readonly #replaced = new Map<number, Token>();

  /** Writes HTML before a token, behind what was already to be written there. */
  insertBefore(at: number, html: string): void {
    this.#before.set(at, (this.#before.get(at) ?? "") + html);
  }

  /** Writes HTML after a token, behind what was already to be written there. */
  insertAfter(at: number, html: string): void {
    this.#after.set(at, (this.#after.get(at) ?? "") + html);
  }

  replace(at: number, token: Token): void {
    this.#replaced.set(at, token);
  }

  /** Makes the changes. */
  apply({ tokens }: HtmlDocument): void {
    const edited = tokens.flatMap((token, at) => [
      ...tokenize(this.#before.get(at) ?? ""),
      this.#replaced.get(at) ?? token,
      ...tokenize(this.#after.get(at) ?? ""),
    ]);
    tokens.splice(0, tokens.length, ...edited);
  }
}
