import type { ChangeRequest, SourceChange } from "../../protocol/index.ts";
import { Refusal } from "../api/answer.ts";
import type { Route } from "../api/router.ts";
import type { ChangeService } from "./change-service.ts";

/** The part of the API that makes, renames and deletes emails and variants. */
export function changeRoutes(changes: ChangeService): readonly Route[] {
  return [
    {
      ...{ method: "POST", path: "/api/changes" },
      async handle(request) {
        const { change, version } = readRequest(await request.json());
        return { json: await changes.change(change, version) };
      },
    },
    {
      ...{ method: "POST", path: "/api/undo-change" },
      async handle(request) {
        const { undo } = ((await request.json()) ?? {}) as Partial<Record<string, unknown>>;
        if (typeof undo !== "string") {
          throw new Refusal(400, "Cannot undo: the body must be { undo: string }");
        }
        await changes.undo(undo);
        return { json: {} };
      },
    },
  ];
}

/** The texts that each kind of change needs. */
const fields: Readonly<Record<SourceChange["kind"], readonly string[]>> = {
  "new-email": ["path", "starter"],
  "duplicate-email": ["emailId", "path"],
  "rename-email": ["emailId", "path"],
  "delete-email": ["emailId"],
  "update-variant": ["emailId", "variant", "props"],
  "rename-variant": ["emailId", "variant", "name"],
  "delete-variant": ["emailId", "variant"],
};

/** @throws {Refusal} when the body is no {@link ChangeRequest} */
function readRequest(body: unknown): ChangeRequest {
  const { change, version = null } = (body ?? {}) as Partial<Record<string, unknown>>;
  const asked = (change ?? {}) as Partial<Record<string, unknown>>;
  const kind = Object.keys(fields).find((one) => one === asked.kind) as
    | SourceChange["kind"]
    | undefined;
  if (kind === undefined) {
    const kinds = Object.keys(fields).join(", ");
    throw new Refusal(400, `Cannot change this: 'change.kind' must be one of ${kinds}`);
  }
  const missing = fields[kind].find((field) => typeof asked[field] !== "string");
  if (missing !== undefined) {
    throw new Refusal(400, `Cannot change this: 'change.${missing}' must be a text`);
  }
  if (version !== null && typeof version !== "string") {
    throw new Refusal(400, "Cannot change this: 'version' must be a text, or be left out");
  }
  return { change: asked as unknown as SourceChange, version };
}
