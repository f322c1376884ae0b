import { dirname, join } from "node:path";
import { readPackage } from "./package-file.ts";

/**
 * Whether `react-email` is installed in the version that holds the components, 6 or later. Before,
 * it was a command, and its name in an import can only mean `@react-email/components`.
 *
 * @param folder where the search begins; it goes upwards as Node's does
 */
export function hasReactEmail6(folder: string): boolean {
  const found = readPackage(join(folder, "node_modules/react-email/package.json"));
  if (found) return Number.parseInt(found.content.version ?? "0", 10) >= 6;
  const above = dirname(folder);
  return above !== folder && hasReactEmail6(above);
}
