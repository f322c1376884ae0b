import { join } from "node:path";
import { transformSync } from "esbuild";
import { type InstalledPackage, listInstalled } from "../installed.ts";
import type { Kit } from "../kit.ts";
import { run } from "../run.ts";

/** What each package of a production install is for. */
const purposes: Readonly<Record<string, string>> = {
  letterpress: "the sender; beside it, unused there, the preview, the inbox and the guide",
  nodemailer: "the SMTP connection, its login, the types of files",
  entities: "characters that HTML writes by name",
  "@standard-schema/spec": "types of props' schemas",
  react: "the app's React",
  "react-dom": "the app's React: what renders to HTML",
  scheduler: "the app's React: what react-dom asks for",
  lightningcss: "style sheets in the form that mail clients take",
  "detect-libc": "lightningcss: which binary it is",
};
const binary = "lightningcss: the binary";

const mostMegabytes = 20;
const mostPackages = 12;
const rounds = 7;

/** What an app has installed that renders and sends, and how soon its first mail is handed over. */
export async function production(kit: Kit): Promise<void> {
  const ours = await kit.makeApp("production", { "timed.mjs": timed(kit.readme.program) });
  for (const command of kit.readme.installs) {
    const args = command.split(" ").slice(1);
    await run(
      "npm",
      args.map((arg) => (arg === "letterpress" ? kit.tarball : arg)),
      ours,
    );
  }
  await run("npx", ["letterpress", "build"], ours);
  const { stderr } = await run("npm", ["ci", "--omit=dev"], ours);
  const packages = await listInstalled(ours);
  printWeights(packages);

  await kit.check(`production: at most ${mostPackages} packages, none deprecated`, async () => {
    if (packages.length > mostPackages) throw new Error(`There are ${packages.length}`);
    if (/deprecated/.test(stderr)) throw new Error(stderr);
  });
  await kit.check(`production: below ${mostMegabytes} MB without React`, async () => {
    const own = packages.filter(
      ({ name }) => !/^(?:react|react-dom|scheduler|lightningcss.*|detect-libc)$/.test(name),
    );
    const weight = megabytes(own);
    if (weight >= mostMegabytes) throw new Error(`It is ${weight.toFixed(1)} MB`);
  });

  const theirs = await kit.makeApp("theirs", await theirApp(kit));
  const others = ["nodemailer", "@react-email/components", "react", "react-dom"];
  await run("npm", ["install", ...others], theirs);
  await kit.check("production: an app hands its first mail over", async () => {
    const times = { ours: [] as number[], theirs: [] as number[] };
    for (let round = 0; round <= rounds; round += 1) {
      const [own, other] = [await time(kit, ours), await time(kit, theirs)];
      // The first round warms the disk's cache, for both alike.
      if (round === 0) continue;
      times.ours.push(own);
      times.theirs.push(other);
    }
    const [own, other] = [median(times.ours), median(times.theirs)];
    // A figure to read, aimed at 0.3: machines are noisy, and no test hangs on a timing.
    console.log(
      `process start → first mail handed over: ${own.toFixed(0)} ms, nodemailer with @react-email/components ${other.toFixed(0)} ms, ratio ${(own / other).toFixed(2)}`,
    );
  });
}

function printWeights(packages: readonly InstalledPackage[]): void {
  console.log(`${packages.length} packages, ${megabytes(packages).toFixed(1)} MB; the heaviest:`);
  for (const each of packages.slice(0, 10)) {
    const purpose = purposes[each.name] ?? (each.name.startsWith("lightningcss-") ? binary : "?");
    console.log(
      `  ${megabytes([each]).toFixed(1).padStart(5)} MB  ${each.name} ${each.version}: ${purpose}`,
    );
  }
}

function megabytes(packages: readonly InstalledPackage[]): number {
  return packages.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000_000;
}

/** A program that prints when its mail was handed over, counted from the start of its process. */
function timed(program: string): string {
  return program.replace(/^console\.log\(delivery.*$/m, 'console.log("ms " + performance.now());');
}

/** The README's email and program, as they are written with nodemailer and React Email. */
async function theirApp({ readme }: Kit): Promise<Record<string, string>> {
  const source = readme.email
    .replace(/^import \{ defineEmail \}.*\n/m, "")
    .replace(/export default defineEmail\([\s\S]*$/, "export { Welcome };\n");
  const { code } = transformSync(source, { loader: "tsx", jsx: "automatic" });
  return {
    "welcome.mjs": code,
    "timed.mjs": `
      import { render, toPlainText } from "@react-email/components";
      import nodemailer from "nodemailer";
      import { createElement } from "react";
      import { Welcome } from "./welcome.mjs";
      const { hostname, port } = new URL(process.env.MAIL_URL);
      const tls = { rejectUnauthorized: false };
      const transport = nodemailer.createTransport({ host: hostname, port: Number(port), tls });
      const html = await render(createElement(Welcome, { name: "Ada", url: "https://example.com/start" }));
      const from = "Foolscap <hello@foolscap.example>", to = "ada@example.com";
      await transport.sendMail({ from, to, subject: "Welcome, Ada", html, text: toPlainText(html) });
      console.log("ms " + performance.now());
      transport.close();
    `,
  };
}

async function time({ inbox }: Kit, app: string): Promise<number> {
  const env = { MAIL_URL: inbox.smtpUrl, NODE_ENV: "production" };
  const { stdout } = await run(process.execPath, [join(app, "timed.mjs")], app, env);
  const ms = Number(/^ms ([\d.]+)$/m.exec(stdout)?.[1]);
  if (!Number.isFinite(ms)) throw new Error(`It printed no time:\n${stdout}`);
  return ms;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
