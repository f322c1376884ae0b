import { readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Kit } from "../kit.ts";
import { run } from "../run.ts";

const versions = ["5.6", "5.9", "7"];
const packages = [
  ...["react", "react-dom", "@react-email/components", "vite@8", "@types/react", "@types/node@20"],
  ...versions.map((version) => `typescript-${version}@npm:typescript@${version}`),
];

const compilerOptions = {
  ...{ strict: true, target: "es2022", jsx: "react-jsx", noEmit: true },
  types: ["node"],
};

/** `letterpress build` with each TypeScript, and a program compiled against what it wrote. */
export async function typescript(kit: Kit): Promise<void> {
  const wrong = kit.readme.program.replace('name: "Ada", ', "");
  const app = await kit.makeApp("typescript", {
    "send.mts": kit.readme.program,
    "wrong.mts": `${wrong.replace(/^const delivery/m, "// @ts-expect-error a prop is missing\n$&")}`,
  });
  await kit.install(app, ...packages);
  for (const version of versions) {
    const link = join(app, "node_modules/typescript");
    await rm(link, { force: true });
    await symlink(`typescript-${version}`, link);
    const { bin } = JSON.parse(await readFile(join(link, "package.json"), "utf8"));
    for (const config of [undefined, { module: "esnext", moduleResolution: "bundler" }]) {
      await kit.check(
        `TypeScript ${version}: build ${config ? "with" : "without"} a tsconfig.json`,
        async () => {
          const file = join(app, "tsconfig.json");
          await rm(file, { force: true });
          if (config) await writeFile(file, withOptions(config, ["emails"]));
          await rm(join(app, "dist"), { recursive: true, force: true });
          await run("npx", ["letterpress", "build"], app);
          await readFile(join(app, "dist/emails/account/welcome.d.ts"));
        },
      );
    }
    for (const resolution of ["bundler", "nodenext"]) {
      await kit.check(`TypeScript ${version}: a program in ${resolution}`, async () => {
        const module = resolution === "bundler" ? "esnext" : "nodenext";
        const options = { module, moduleResolution: resolution };
        await writeFile(join(app, "tsconfig.send.json"), withOptions(options, ["*.mts"]));
        await run(process.execPath, [join(link, bin.tsc), "-p", "tsconfig.send.json"], app);
      });
    }
  }
}

function withOptions(options: object, include: readonly string[]): string {
  return JSON.stringify({ compilerOptions: { ...compilerOptions, ...options }, include });
}
