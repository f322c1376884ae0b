import type { ElementPlace } from "../../protocol/index.ts";

/** Attribute that carries the index of an element's place. */
export const placeAttribute = "data-letterpress-place";

/** Where JSX stands, as the compiler passes it on. */
export interface JsxSource {
  readonly fileName: string;
  readonly lineNumber: number;
  /** Counted from 1. */
  readonly columnNumber: number;
}

/** React's `jsxDEV`. */
type MakeElement = (
  type: unknown,
  props: object,
  key: unknown,
  isStatic: boolean,
  source: JsxSource | undefined,
  self: unknown,
) => unknown;

/** Marks the elements of one render with the places that they come from. */
export interface Locator {
  /** Absolute files; grows while the email renders. */
  readonly places: readonly ElementPlace[];
  /** Makes an element as `make` does, and notes where. */
  readonly create: (make: MakeElement, ...element: Parameters<MakeElement>) => unknown;
}

/** Makes a locator for one render. */
export function createLocator(): Locator {
  const places: ElementPlace[] = [];
  /** The place of each component's element, by the stack that React keeps of its making. */
  const byStack = new WeakMap<object, number | null>();

  return {
    places,
    create(make, type, props, key, isStatic, source, self) {
      if (!source?.fileName) return make(type, props, key, isStatic, source, self);
      const index = places.length;
      const marked = passesPropsOn(type) ? { ...props, [placeAttribute]: index } : props;
      const element = make(type, marked, key, isStatic, source, self);
      const owner = asRecord(asRecord(element)?._owner);
      const ownerStack = asRecord(owner?.stack);
      places.push({
        name: nameOf(type),
        place: {
          file: source.fileName,
          line: source.lineNumber,
          column: source.columnNumber,
        },
        usedAt: (ownerStack && byStack.get(ownerStack)) ?? null,
      });
      const stack = asRecord(asRecord(element)?._debugStack);
      // Beyond some thousand elements React hands out one stack for all: it says nothing.
      if (stack) byStack.set(stack, byStack.has(stack) ? null : index);
      return element;
    },
  };
}

/**
 * Whether an attribute given to it shows on an element: HTML's own, and components such as those of
 * React Email, which pass on what they do not know. A component of the project may count its props.
 */
function passesPropsOn(type: unknown): boolean {
  if (typeof type === "string") return true;
  if (typeof type === "function") return "displayName" in type;
  return asRecord(type)?.$$typeof === Symbol.for("react.forward_ref");
}

function nameOf(type: unknown): string {
  if (typeof type === "string") return type;
  const record = asRecord(type) ?? (typeof type === "function" ? type : undefined);
  const { displayName, name, render } = (record ?? {}) as Partial<Record<string, unknown>>;
  const inner = asRecord(render) ?? (typeof render === "function" ? render : undefined);
  const names = [displayName, name, (inner as { name?: unknown } | undefined)?.name];
  return names.find((one): one is string => typeof one === "string" && one !== "") ?? "Fragment";
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)
    : undefined;
}
