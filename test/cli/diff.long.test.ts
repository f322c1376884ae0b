import { existsSync, readdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { createGitProject, type GitProject } from "../diff/git-project.ts";
import { tsconfig } from "../preview/server/test-project.ts";
import { buildCli, runCli } from "./run-cli.ts";

beforeAll(buildCli);

const frame = `export function Frame({ children }) {
  return (
    <html lang="en">
      <body style={{ margin: 0, color: "#1e1c19" }}>
        {children}
        <p>Write to us at any time.</p>
      </body>
    </html>
  );
}
`;

function email(id: string, body: string, variants = `default: { name: "Ada" }`): string {
  return `import { defineEmail } from "letterpress";
import { Frame } from "../lib/frame.tsx";

export default defineEmail({
  id: "${id}",
  component: ({ name }) => <Frame>${body}</Frame>,
  subject: "About ${id}",
  variants: { ${variants} },
});
`;
}

/** A project in a folder of its repository. */
function openProject(): GitProject & { readonly root: string } {
  const project = createGitProject();
  project.write(".gitignore", "node_modules\n");
  project.write("app/package.json", `{ "name": "shop", "type": "module", "private": true }`);
  project.write("app/tsconfig.json", tsconfig({}));
  project.write("app/lib/frame.tsx", frame);
  project.write("app/emails/order.tsx", email("order", "<h1>Your order left</h1>"));
  project.write(
    "app/emails/plain.tsx",
    email("plain", `<p style={{ color: "#333" }}>Hello {name}</p>`),
  );
  project.write("app/emails/clock.tsx", email("clock", "<p>It is {new Date().toISOString()}</p>"));
  symlinkSync(
    resolve(import.meta.dirname, "../../node_modules"),
    join(project.top, "app/node_modules"),
  );
  project.commit("first");
  return { ...project, root: join(project.top, "app") };
}

function leftOvers(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith("letterpress-diff-"));
}

describe("letterpress diff", () => {
  test("tells what five commits and what is not committed change, and nothing of a refactoring", async () => {
    const project = openProject();
    project.write("app/emails/order.tsx", email("order", "<h1>Your order leaves</h1>"));
    project.commit("a word");
    project.write(
      "app/emails/plain.tsx",
      email("plain", `<p style={{ color: "#444" }}>Hello {name}</p>`),
    );
    project.commit("a colour");
    project.write("app/lib/frame.tsx", frame.replace("any time", "any hour"));
    project.commit("a shared component");
    project.write(
      "app/emails/order.tsx",
      email("order", "<h1>Your order leaves</h1>", `default: {}, late: {}`),
    );
    project.commit("a variant");
    project.write(
      "app/emails/plain.tsx",
      email(
        "plain",
        `<div className="x"><p style={{ color: "rgb(68,68,68)" }}>Hello {name}</p></div>`,
      ),
    );
    project.commit("a refactoring");
    project.write("app/emails/new.tsx", email("new", "<p>New</p>"));
    const status = project.git("status", "--porcelain");

    const command = runCli(["diff", "HEAD~5", "--no-config", "--exit-code"], project.root);
    expect(await command.ends()).toBe(1);
    const text = command.printed();
    expect(text).toContain("Compared with HEAD~5");
    expect(text).toContain("h1           Your order [-left-]{+leaves+}");
    expect(text).toContain("“Hello Ada”: color [-#333333-] → {+#444444+}");
    expect(text).toMatch(
      /clock, order \(default\), plain\n {2}words +Write to us at any \[-time-\]\{\+hour\+\}\./,
    );
    expect(text).toContain("new variant: order (late)");
    expect(text).toContain("new email: new");
    expect(text).toContain("Parts that are others each time were not compared.");
    expect(project.git("status", "--porcelain")).toBe(status);
    expect(project.git("worktree", "list").split("\n")).toHaveLength(1);

    project.git("add", "--all");
    project.git("commit", "--quiet", "--message", "new");
    project.write(
      "app/emails/clock.tsx",
      email("clock", "<p>It is {new Date().toISOString()}</p>{null}"),
    );
    const quiet = runCli(["diff", "--no-config", "--exit-code"], project.root);
    expect(await quiet.ends()).toBe(0);
    expect(quiet.printed()).toContain("Other each time they are rendered, else the same: clock");
    expect(quiet.printed()).toContain("Nothing that a reader meets changed: 5 variants compared");
  });

  test("leaves nothing behind when it is interrupted, and ends with 2 when it cannot run", async () => {
    const project = openProject();
    const before = leftOvers();
    const command = runCli(["diff", "--no-config", "HEAD"], project.root);
    const list = () => project.git("worktree", "list").split("\n").length;
    await expect.poll(list).toBe(3);
    command.child.kill("SIGINT");
    expect(await command.ends()).toBe(130);
    expect(list()).toBe(1);
    expect(
      leftOvers().filter(
        (name) => !before.includes(name) && name.includes(`-${command.child.pid}-`),
      ),
    ).toEqual([]);

    const missing = runCli(["diff", "nowhere"], project.root);
    expect(await missing.ends()).toBe(2);
    expect(missing.printed()).toContain("Cannot compare with nowhere: there is no such reference");
    expect(existsSync(join(project.root, "emails/order.tsx"))).toBe(true);
  });
});
