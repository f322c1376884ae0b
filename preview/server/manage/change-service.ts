import { createHash, randomUUID } from "node:crypto";
import { relative } from "node:path";
import { normalizePath } from "vite";
import type { ChangedFile, ChangePlan, SourceChange } from "../../protocol/index.ts";
import { Refusal } from "../api/answer.ts";
import type { SourceFolders } from "../checks/fix/source-files.ts";
import type { PlannedChange, PlannedFile } from "./planned-file.ts";
import { writeFiles } from "./write-files.ts";

/** Makes, renames and deletes emails and variants in the sources. */
export interface ChangeService {
  /**
   * Plans a change, and writes it when it is the one that was looked at.
   *
   * @param version of the plan that was looked at; null: only plan
   * @throws {Refusal} when it cannot be done; then nothing was
   */
  change(asked: SourceChange, version: string | null): Promise<ChangePlan>;
  /** Takes back what was written, byte by byte. @throws {Refusal} when the files are not as that left them */
  undo(token: string): Promise<void>;
}

/** So many changes can be taken back, the last ones. */
const capacity = 20;

/** Creates the service. @param plan makes of what is asked for what is to be written */
export function createChangeService(
  plan: (asked: SourceChange) => Promise<PlannedChange>,
  folders: SourceFolders,
): ChangeService {
  const written = new Map<string, readonly PlannedFile[]>();
  const nameOf = (path: string) => normalizePath(relative(folders.root, path));

  function describe({ before, after }: PlannedFile): ChangedFile {
    return {
      file: nameOf((after ?? before)?.path ?? ""),
      movedFrom: before && after && before.path !== after.path ? nameOf(before.path) : null,
      before: before?.bytes.toString() ?? null,
      after: after?.bytes.toString() ?? null,
    };
  }

  return {
    async change(asked, version) {
      const { files, ...facts } = await plan(asked);
      const described = files.map(describe);
      const now = createHash("sha256")
        .update(JSON.stringify([asked, described]))
        .digest("base64url");
      const planned = { files: described, ...facts, version: now };
      if (version === null) return { ...planned, undo: null };
      if (version !== now) {
        throw new Refusal(409, "Cannot do this: the files changed meanwhile; look at it again");
      }
      await writeFiles(files, folders);
      const undo = randomUUID();
      written.set(undo, files);
      const [oldest] = written.keys();
      if (written.size > capacity && oldest !== undefined) written.delete(oldest);
      return { ...planned, undo };
    },
    async undo(token) {
      const files = written.get(token);
      if (!files) throw new Refusal(404, "Cannot undo: that is too long ago");
      const back = files.map(({ before, after }) => ({ before: after, after: before }));
      await writeFiles(back.reverse(), folders);
      written.delete(token);
    },
  };
}
