import {
  cloneElement,
  createElement,
  isValidElement,
  type ReactElement,
  type ReactNode,
} from "react";
import { type ElementPlace, findElementPlace } from "./stack-location.ts";

/** Attribute that carries the index of an element's place while it is looked for. */
export const placeAttribute = "data-letterpress-trace";

/** Renders a part of the tree; its name is where the stack of an element is cut off. */
const bottom = "letterpressTracedComponent";

/** What React knows of an element in development. */
interface ElementInDevelopment {
  readonly _debugStack?: { readonly stack?: unknown } | undefined;
  readonly _store?: { validated?: unknown } | undefined;
  /** Until React 19. */
  readonly _source?: { readonly fileName: string; readonly lineNumber: number } | null | undefined;
}

/** Whether an element was made by React's development build, which notes where. */
export function isInDevelopment(element: ReactElement): boolean {
  return "_store" in element;
}

/** A component, and what it is called with. */
interface TracedProps {
  readonly component: (props: object, ref?: unknown) => ReactNode;
  readonly given: object;
  readonly place: ElementPlace | undefined;
  readonly places: (ElementPlace | undefined)[];
}

/**
 * The same tree, with each HTML element marked by the index of the place that it comes from: where
 * it is written, or, inside a component of a package, where that component is used. Places are known
 * in development, from React 19.1 on. What a class component renders is not marked.
 *
 * @param places receives the places, while the result is rendered
 */
export function traceElements(
  node: ReactNode,
  places: (ElementPlace | undefined)[],
  around?: ElementPlace,
): ReactNode {
  if (Array.isArray(node)) return node.map((each) => traceElements(each, places, around));
  if (!isValidElement<{ readonly children?: ReactNode }>(node)) return node;
  const { _store } = node as ElementInDevelopment;
  const place = placeOf(node as ElementInDevelopment) ?? around;
  const traced = traceElement(node, places, place);
  // React has looked for keys already, where the array was written.
  const store = (traced as ElementInDevelopment)._store;
  if (store && _store) store.validated = _store.validated;
  return traced;
}

function placeOf({ _debugStack, _source }: ElementInDevelopment): ElementPlace | undefined {
  const stack = _debugStack?.stack;
  if (typeof stack === "string") return findElementPlace(stack, bottom);
  if (!_source) return undefined;
  const { fileName, lineNumber } = _source;
  return findElementPlace(`    at (${fileName}:${lineNumber}:1)`, bottom);
}

function traceElement(
  element: ReactElement<{ readonly children?: ReactNode }>,
  places: (ElementPlace | undefined)[],
  place: ElementPlace | undefined,
): ReactElement {
  const component = toFunction(element.type);
  if (component) {
    const props: TracedProps = { component, given: element.props, place, places };
    return createElement(letterpressTracedComponent, { ...props, key: element.key });
  }
  const { children } = element.props;
  const isHtml = typeof element.type === "string";
  if (!isHtml && (typeof element.type === "function" || typeof children === "function")) {
    return element;
  }
  const mark = isHtml ? { [placeAttribute]: places.push(place) - 1 } : {};
  const inner = children === undefined ? {} : { children: traceElements(children, places, place) };
  return cloneElement(element, { ...mark, ...inner });
}

function letterpressTracedComponent({ component, given, place, places }: TracedProps): ReactNode {
  const node = component(given);
  if (node instanceof Promise) return node.then((each) => traceElements(each, places, place));
  return traceElements(node, places, place);
}

/** The function of a component, be it in `memo` or `forwardRef`; undefined for a class and the like. */
function toFunction(type: unknown): TracedProps["component"] | undefined {
  if (typeof type === "function") {
    return type.prototype?.isReactComponent ? undefined : (type as TracedProps["component"]);
  }
  if (typeof type !== "object" || type === null) return undefined;
  if ("render" in type && typeof type.render === "function") {
    const { render } = type as { render: TracedProps["component"] };
    return (props) => render(props, "ref" in props ? props.ref : null);
  }
  return "compare" in type && "type" in type ? toFunction(type.type) : undefined;
}
