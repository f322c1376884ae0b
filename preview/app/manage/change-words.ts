import type { ChangePlan } from "../../protocol/index.ts";
import { count } from "../ui/format.ts";
import type { Managed } from "./manage-context.ts";

/** What a dialog is headed with. */
export function titleOf(wanted: Managed): string {
  switch (wanted.kind) {
    case "new-email":
      return "New email";
    case "duplicate-email":
      return `Duplicate ${wanted.id}`;
    case "rename-email":
      return `Rename ${wanted.id}`;
    case "delete-email":
      return `Delete ${wanted.id}`;
    case "update-variant":
      return `Update the variant “${wanted.name}”`;
    case "rename-variant":
      return `Rename the variant “${wanted.name}”`;
    case "delete-variant":
      return `Delete the variant “${wanted.name}”`;
  }
}

/** The word on the button that does it. */
export const doWords: Readonly<Record<Managed["kind"], string>> = {
  "new-email": "Create",
  "duplicate-email": "Duplicate",
  "rename-email": "Rename",
  "delete-email": "Delete",
  "update-variant": "Update",
  "rename-variant": "Rename",
  "delete-variant": "Delete",
};

/** What was done, as a notice has it. */
export function describeDone(wanted: Managed, { files, variant }: ChangePlan): string {
  const [first, ...others] = files;
  const file = first?.file ?? "";
  switch (wanted.kind) {
    case "new-email":
    case "duplicate-email":
      return `Created ${file}`;
    case "rename-email": {
      const rest = others.length > 0 ? `, and its import in ${count(others.length, "file")}` : "";
      return `Renamed to ${file}${rest}`;
    }
    case "delete-email":
      return `Deleted ${file}`;
    case "update-variant":
      return `Updated “${wanted.name}” in ${file}`;
    case "rename-variant":
      return `Renamed “${wanted.name}” to ${variant} in ${file}`;
    case "delete-variant":
      return `Deleted “${wanted.name}” from ${file}`;
  }
}
