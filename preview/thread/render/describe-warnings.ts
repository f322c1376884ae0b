import { isAbsolute } from "node:path";
import { fileURLToPath } from "node:url";
import type { RenderWarning } from "../../../src/template/warning.ts";
import type { RenderRemark } from "../../protocol/index.ts";
import { type ProjectFolders, toPlace } from "../failure/authored-frames.ts";

/** What a render warns of, as the protocol has it: places are of the project. */
export function describeWarnings(
  warnings: readonly RenderWarning[],
  folders: ProjectFolders,
): readonly RenderRemark[] {
  return warnings.map(({ code, message, component, location }) => {
    const file = location?.file.startsWith("file:") ? fileURLToPath(location.file) : location?.file;
    return {
      ...{ code, message },
      ...(component !== undefined && { component }),
      ...(location &&
        file !== undefined &&
        isAbsolute(file) && {
          place: toPlace({ file, line: location.line, column: location.column ?? 1 }, folders),
        }),
    };
  });
}
