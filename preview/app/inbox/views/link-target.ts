/** The address as one may open it from here, or null where it is better only read: `javascript:`. */
export function linkTarget(href: string): string | null {
  try {
    const { protocol } = new URL(href);
    return ["http:", "https:", "mailto:", "tel:"].includes(protocol) ? href : null;
  } catch {
    return null;
  }
}
