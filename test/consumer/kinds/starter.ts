import { access, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Kit } from "../kit.ts";
import { run } from "../run.ts";

/** What React Email's `create-email` copies; the version of the package is written into it then. */
const starter = "create-email@1.2.5";
const reactEmail = "^6.11.6";

/** A project as React Email's own starter lays it, whose emails nobody here has written. */
export async function reactEmailStarter(kit: Kit): Promise<void> {
  const folder = await kit.makeApp("starter");
  await run("npm", ["pack", starter], folder);
  const [archive = ""] = (await readdir(folder)).filter((name) => name.endsWith(".tgz"));
  await run("tar", ["xf", archive], folder);
  // Beside the config of the package that the template comes in, which extends one that is not there.
  const app = join(folder, "package/template");
  const file = join(app, "package.json");
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replaceAll("INSERT_REACT_EMAIL_VERSION", reactEmail));
  await run("npm", ["install"], app);
  await kit.install(app, "lightningcss", "vite@8", "typescript");
  const emails = (await readdir(join(app, "emails"))).filter((name) => name.endsWith(".tsx"));
  if (emails.length < 4) throw new Error(`${starter} has ${emails.length} emails`);
  await kit.check("React Email's starter: exports every email", async () => {
    const { stdout } = await run("npx", ["letterpress", "export", "--json"], app);
    const { emailCount, failures, notEditable } = JSON.parse(stdout);
    if (emailCount !== emails.length || failures.length + notEditable.length > 0) {
      throw new Error(stdout);
    }
  });
  await kit.check("React Email's starter: builds every email, with types", async () => {
    await run("npx", ["letterpress", "build"], app);
    for (const name of emails) {
      const built = join(app, "dist/emails", name.replace(/\.tsx$/, ""));
      await access(`${built}.js`);
      await access(`${built}.d.ts`);
    }
  });
  await kit.check("React Email's starter: is checked", async () => {
    // It has faults of contrast; 2 would say that it could not be checked.
    const { message } = await run("npx", ["letterpress", "check"], app).then(
      () => new Error("It has no fault"),
      (error: Error) => error,
    );
    if (!/^npx letterpress check: 1\n/.test(message)) throw new Error(message);
  });
}
