import { addCommand } from "../../build/requirements/package-manager.ts";
import type { App } from "./look-at-app.ts";
import { moveScript } from "./move-script.ts";
import type { Plan, Step } from "./plan.ts";
import { planTsconfig } from "./plan-tsconfig.ts";

/** Plans what an app lacks. Empty steps: it lacks nothing. */
export function planApp(app: App): Plan {
  const { steps, remarks } = planScripts(app);
  const tsconfig = planTsconfig(app);
  const email: readonly Step[] = app.hasEmails
    ? []
    : [
        {
          kind: "email",
          about: `a first email into ${app.emailsDir}/`,
          emails: app.emailsDir,
        },
      ];
  return {
    steps: [...steps, ...tsconfig.steps, ...planPackages(app), ...email],
    remarks: [...remarks, ...tsconfig.remarks],
  };
}

function planPackages(app: App): readonly Step[] {
  const { has, manager, typed, majorOf } = app;
  const lacking = (packages: Readonly<Record<string, string>>) =>
    Object.entries(packages).flatMap(([name, wanted]) => (has(name) ? [] : [wanted]));
  const forSending = lacking({
    ...{ letterpress: "letterpress", lightningcss: "lightningcss" },
    ...{ react: "react", "react-dom": "react-dom" },
  });
  const hasComponents =
    has("@react-email/components") || (has("react-email") && (majorOf("react-email") ?? 6) >= 6);
  const forDevelopment = [
    ...(has("vite") && (majorOf("vite") ?? 8) >= 8 ? [] : ["vite@8"]),
    ...(hasComponents ? [] : ["@react-email/components@1"]),
    ...(typed ? lacking({ typescript: "typescript", "@types/react": "@types/react" }) : []),
  ];
  const unused = ["@react-email/preview-server", "@react-email/ui"].filter(has);
  if (has("react-email") && (majorOf("react-email") ?? 6) < 6) unused.push("react-email");
  const run = (about: string, command: string) => ({ kind: "run", about, command }) as const;
  const remove = {
    npm: "npm uninstall",
    pnpm: "pnpm remove",
    yarn: "yarn remove",
    bun: "bun remove",
  };
  return [
    ...(forSending.length > 0
      ? [run("what production needs", addCommand(manager, forSending, false))]
      : []),
    ...(forDevelopment.length > 0
      ? [run("what the preview and the build need", addCommand(manager, forDevelopment, true))]
      : []),
    ...(unused.length > 0
      ? [run("what is not needed any more", `${remove[manager]} ${unused.join(" ")}`)]
      : []),
  ];
}

function planScripts(app: App): Plan {
  const { source, content, emailsDir, isNew } = app;
  const remarks: string[] = [];
  const scripts: Record<string, string> = { ...content.scripts };
  const changed: string[] = [];
  for (const [name, script] of Object.entries(scripts)) {
    const moved = moveScript(script);
    remarks.push(...moved.remarks.map((remark) => `script ${name}: ${remark}`));
    if (moved.script === script) continue;
    scripts[name] = moved.script;
    changed.push(`"${name}": "${moved.script}"`);
  }
  const folder = emailsDir === "emails" ? "" : ` --emails ${emailsDir}`;
  for (const command of ["dev", "check", "build"]) {
    const has = Object.values(scripts).some((one) => one.includes(`letterpress ${command}`));
    // A script of this name that does something else is the app's own.
    if (has || scripts[`emails:${command}`] !== undefined) continue;
    scripts[`emails:${command}`] = `letterpress ${command}${folder}`;
    changed.push(`"emails:${command}": "letterpress ${command}${folder}"`);
  }
  if (changed.length === 0) return { steps: [], remarks };
  const head = {
    ...(source === undefined && { private: true }),
    ...(isNew && content.type === undefined && { type: "module" }),
  };
  const module = "type" in head && source !== undefined ? '"type": "module", and ' : "";
  const about = `${source === undefined ? "make it, with" : `set ${module}`.trim()} the scripts ${changed.join(", ")}`;
  const text = `${JSON.stringify({ ...head, ...content, scripts }, null, indentOf(source))}\n`;
  return { steps: [{ kind: "file", file: "package.json", about, content: text }], remarks };
}

function indentOf(source = ""): string {
  return /^([ \t]+)"/m.exec(source)?.[1] ?? "  ";
}
