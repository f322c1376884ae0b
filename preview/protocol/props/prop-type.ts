import type { Json } from "./json.ts";

/** What every type may say. */
interface AnyProp {
  /** For people: from the schema, or the comment at the component's type. */
  readonly description?: string;
  /** May be left out. */
  readonly optional?: true;
  /** May be null. */
  readonly nullable?: true;
  /** What the schema fills in. */
  readonly fallback?: Json;
}

/** A text. */
export interface TextProp extends AnyProp {
  readonly kind: "text";
  /** `email`, `uri`, `date` (`2026-03-14`), `date-time` (ISO 8601), … as JSON Schema names them. */
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Regular expression. */
  readonly pattern?: string;
}

/** A number. */
export interface NumberProp extends AnyProp {
  readonly kind: "number";
  readonly integer?: true;
  readonly minimum?: number;
  readonly maximum?: number;
  /** A `bigint` in the program. */
  readonly big?: true;
}

/** True or false. */
export interface SwitchProp extends AnyProp {
  readonly kind: "switch";
}

/** A `Date` in the program. */
export interface DateProp extends AnyProp {
  readonly kind: "date";
}

/** One of a few known values. */
export interface ChoiceProp extends AnyProp {
  readonly kind: "choice";
  readonly options: readonly (string | number | boolean)[];
}

/** A list that grows. */
export interface ListProp extends AnyProp {
  readonly kind: "list";
  readonly item: PropType;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** Named parts. */
export interface ObjectProp extends AnyProp {
  readonly kind: "object";
  readonly fields: readonly PropField[];
  /** Type of parts that have other names; left out when there may be none. */
  readonly others?: PropType;
}

/** One of several shapes. */
export interface UnionProp extends AnyProp {
  readonly kind: "union";
  readonly options: readonly PropType[];
}

/** Anything: edited as JSON. */
export interface UnknownProp extends AnyProp {
  readonly kind: "unknown";
}

/** What a prop may be. */
export type PropType =
  | TextProp
  | NumberProp
  | SwitchProp
  | DateProp
  | ChoiceProp
  | ListProp
  | ObjectProp
  | UnionProp
  | UnknownProp;

/** A named part of an object. */
export interface PropField {
  readonly name: string;
  readonly type: PropType;
}
