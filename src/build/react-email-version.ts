import { findInstalled } from "./requirements/find-installed.ts";

/**
 * Whether `react-email` is installed in the version that holds the components, 6 or later. Before,
 * it was a command, and its name in an import can only mean `@react-email/components`.
 *
 * @param folder where the search begins; it goes upwards as Node's does
 */
export function hasReactEmail6(folder: string): boolean {
  const version = findInstalled("react-email", folder)?.content.version ?? "0";
  return Number.parseInt(version, 10) >= 6;
}
