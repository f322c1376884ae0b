/** In which state a client shows an email. `narrow` is a phone. */
export interface Viewing {
  readonly scheme: "light" | "dark";
  readonly width: number;
}

/** A mail in a browser's reading pane. */
export const wide = 800;

/** A phone. */
export const narrow = 375;

/** Whether one of the queries of a media rule holds. What is not known does not. */
export function mediaHolds(params: string, viewing: Viewing): boolean {
  return params.split(",").some((query) => queryHolds(query.trim().toLowerCase(), viewing));
}

function queryHolds(query: string, viewing: Viewing): boolean {
  const isNegated = /^not\s/.test(query);
  const type = /^(?:only\s+|not\s+)?([a-z]+)\b/.exec(query)?.[1];
  const isType = type === undefined || ["screen", "all", "and"].includes(type);
  const features = [...query.matchAll(/\(\s*([\w-]+)\s*(?::\s*([^)]+?)\s*)?\)/g)];
  const holds = features.every(([, name = "", value]) => featureHolds(name, value, viewing));
  return (isType && holds && !/[<>]/.test(query)) !== isNegated;
}

function featureHolds(name: string, value = "", { scheme, width }: Viewing): boolean {
  if (name === "prefers-color-scheme") return value === scheme;
  if (/^(min|max)(-device)?-width$/.test(name)) {
    const length = toPixels(value);
    return name.startsWith("min") ? width >= length : width <= length;
  }
  return name === "color";
}

function toPixels(value: string): number {
  const number = Number.parseFloat(value);
  return /r?em$/.test(value) ? number * 16 : number;
}
