import type { Json } from "../../protocol/props/json.ts";
import { applyPatch } from "../../protocol/props/patch.ts";
import { decodeProps } from "./decode-props.ts";
import { encodeProps } from "./encode-props.ts";

/**
 * Lays edits over a variant's props: a JSON merge patch (RFC 7396) with marks for what JSON lacks.
 * What the patch does not name stays the very same, so that functions and elements survive.
 *
 * @param patch as `EmailQuery.props` has it
 * @throws {SyntaxError} when it is no JSON, or a mark in it has no meaning
 */
export function editProps(props: object, patch: string): object {
  const encoded = encodeProps(props);
  return decodeProps(applyPatch(encoded.value, JSON.parse(patch) as Json), encoded);
}
