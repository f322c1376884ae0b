import { inject } from "vitest";
import { layWorkspace, type Workspace } from "./lay-workspace.ts";

export {
  type NodeOptions,
  type NodeRun,
  type Project,
  tsconfig,
  type Workspace,
} from "./lay-workspace.ts";

/** A workspace with the package that was compiled for all tests together. */
export function openWorkspace(): Promise<Workspace> {
  return layWorkspace(inject("packageDist"));
}
