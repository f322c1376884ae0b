import type { RawField } from "./read-fields.ts";
import type { Parameterized } from "./read-parameters.ts";

/** A part of a message, and the message itself, as a range of its octets. */
export interface MimePart {
  readonly fields: readonly RawField[];
  /** In lower case: `text/plain` where none is given or what is given is no type. */
  readonly type: string;
  /** Whether the part names a type at all. */
  readonly isTyped: boolean;
  readonly contentType: Parameterized;
  readonly disposition: Parameterized;
  /** Where the body begins and ends in the message, without the break that belongs to a boundary. */
  readonly start: number;
  end: number;
  /** In their order; empty where the part is not `multipart`. */
  readonly children: MimePart[];
  readonly parent: MimePart | undefined;
}

/** The first field of a name, in lower case. */
export function findField(fields: readonly RawField[], name: string): string | undefined {
  return fields.find((field) => isNamed(field, name))?.value;
}

/** Whether a field has this name, given in lower case. */
export function isNamed(field: RawField, name: string): boolean {
  return field.name.length === name.length && field.name.toLowerCase() === name;
}
