import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkspace, type Project, type Workspace } from "../build/workspace.ts";
import {
  layFixture,
  type Outcomes,
  throughBuild,
  throughDev,
  throughExport,
  throughSource,
} from "./loading/four-ways.ts";

const fixtures = resolve(import.meta.dirname, "../fixtures/projects");

/**
 * `expected.json` of a fixture: what each email's HTML holds, or how it is refused, as
 * `file:line: message`.
 */
interface Expected {
  readonly emails: Readonly<Record<string, string | { readonly refusal: string }>>;
  /** Packages of this repository to copy into the project, so that they find what it has. */
  readonly installed?: readonly string[];
  /** Files of a usual project that it has not. */
  readonly without?: readonly string[];
  /** Emails that plain Node cannot load from their sources, and why. */
  readonly notFromSource?: Readonly<Record<string, string>>;
}

describe.each(readdirSync(fixtures))("a project of the kind %s", (kind) => {
  const {
    emails,
    notFromSource = {},
    installed = [],
    without = [],
  }: Expected = JSON.parse(readFileSync(join(fixtures, kind, "expected.json"), "utf8"));
  const ids = Object.keys(emails).sort();
  const isRefused = (id: string) => typeof emails[id] === "object";
  const rendered = ids.filter((id) => !isRefused(id));
  let workspace: Workspace;
  let project: Project;
  let dev: Outcomes;

  beforeAll(async () => {
    workspace = await openWorkspace();
    project = await workspace.project({});
    for (const file of without) await project.remove(file);
    layFixture(join(fixtures, kind), project, installed);
    dev = await throughDev(project);
  });
  afterAll(() => workspace?.dispose());

  test("is what it should be in the preview", () => {
    expect(Object.keys(dev).sort()).toEqual(ids);
    for (const [id, outcome] of Object.entries(dev)) {
      const wanted = emails[id];
      if (typeof wanted === "string") {
        expect(outcome, id).toMatchObject({ html: expect.stringContaining(wanted) });
      } else expect(outcome, id).toEqual(wanted);
    }
  });

  test("is exported as the preview shows it", async () => {
    expect(await throughExport(project)).toEqual(dev);
  });

  test("renders from its sources as the preview shows it", async () => {
    const able = rendered.filter((id) => notFromSource[id] === undefined);
    if (able.length > 0) expect(await throughSource(project, able)).toEqual(only(dev, able));
  });

  test("is built as the preview shows it, and refused for the same", async () => {
    const { outcomes, refusals } = await throughBuild(project, ids.filter(isRefused));
    expect(outcomes).toEqual(only(dev, rendered));
    const wanted = ids.flatMap((id) => {
      const one = emails[id];
      return typeof one === "object" ? [one.refusal] : [];
    });
    expect([...new Set(refusals)].sort()).toEqual([...new Set(wanted)].sort());
  });
});

function only(outcomes: Outcomes, ids: readonly string[]): Outcomes {
  return Object.fromEntries(Object.entries(outcomes).filter(([id]) => ids.includes(id)));
}
