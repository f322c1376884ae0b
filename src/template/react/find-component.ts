import { Children, isValidElement, type ReactNode } from "react";

/** A component that is a function. */
export interface Component {
  (props: object): ReactNode;
  readonly displayName?: string;
}

/** How deep components are looked into: deeper than anyone nests a layout. */
const maxDepth = 40;

/**
 * Finds a component in what an element renders, by calling the components around it. Must be called
 * while a component is rendered, so that hooks work; contexts have their defaults.
 *
 * @throws what a component throws: a promise where one suspends
 */
export function findComponent(
  node: ReactNode,
  isWanted: (component: Component) => boolean,
  depth = 0,
): Component | undefined {
  if (depth > maxDepth) return undefined;
  let found: Component | undefined;
  Children.forEach(node, (child) => {
    if (found !== undefined || !isValidElement<{ children?: ReactNode }>(child)) return;
    const component = componentOf(child.type);
    if (component === undefined) {
      found = findComponent(child.props.children, isWanted, depth + 1);
    } else if (isWanted(component)) {
      found = component;
    } else {
      found = findComponent(component(child.props), isWanted, depth + 1);
    }
  });
  return found;
}

/** The function behind a type; undefined for elements, providers, and classes. */
function componentOf(type: unknown): Component | undefined {
  if (typeof type === "function") {
    return type.prototype?.isReactComponent ? undefined : (type as Component);
  }
  if (typeof type !== "object" || type === null) return undefined;
  if ("render" in type && typeof type.render === "function") {
    const { render } = type as { render: (props: object, ref: null) => ReactNode };
    return (props) => render(props, null);
  }
  return "type" in type ? componentOf(type.type) : undefined;
}
