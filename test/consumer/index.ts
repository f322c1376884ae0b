/**
 * Puts the packed package into apps of other kinds, each in a fresh folder, and says what became of
 * it: `npm run consumer`, or `npm run consumer -- next-16 vite-7` for some kinds alone. Two at a
 * time. Ends with "N passed, N failed".
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInbox } from "letterpress/inbox";
import { bundlers } from "./kinds/bundlers.ts";
import { managers } from "./kinds/managers.ts";
import { next } from "./kinds/next.ts";
import { production } from "./kinds/production.ts";
import { react18 } from "./kinds/react.ts";
import { reactEmailStarter } from "./kinds/starter.ts";
import { tarball } from "./kinds/tarball.ts";
import { typescript } from "./kinds/typescript.ts";
import { vite } from "./kinds/vite.ts";
import { createKit, type Kit } from "./kit.ts";
import { packPackage } from "./pack.ts";
import { readReadme } from "./readme.ts";

/** The longest first, so that the two lanes end together. */
const kinds: Readonly<Record<string, (kit: Kit) => Promise<void>>> = {
  bundlers,
  "next-16": next("16"),
  "next-15": next("15"),
  managers,
  typescript,
  "vite-8": vite("8"),
  "vite-7": vite("7"),
  "vite-6": vite("6"),
  "react-18": react18,
  starter: reactEmailStarter,
  tarball,
};

const lanes = 2;
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => name !== "production" && !(name in kinds));
if (unknown.length > 0) {
  console.error(
    `Cannot try ${unknown.join(", ")}: the kinds are ${Object.keys(kinds).join(", ")}, production`,
  );
  process.exit(2);
}

const isAsked = (name: string) => asked.length === 0 || asked.includes(name);
const folder = await mkdtemp(join(tmpdir(), "letterpress-consumer-"));
const inbox = await createInbox({ port: 0 });
const outcome = { passed: 0, failed: 0 };
try {
  const [readme, { tarball }] = await Promise.all([readReadme(), packPackage(folder)]);
  const kit = createKit(folder, { tarball, readme, inbox }, outcome);
  const waiting = Object.entries(kinds).filter(([name]) => isAsked(name));
  const work = async () => {
    for (let kind = waiting.shift(); kind; kind = waiting.shift()) {
      const [name, attempt] = kind;
      try {
        await attempt(kit);
      } catch (error) {
        await kit.check(`${name}: is set up`, () => Promise.reject(error));
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  // Last and alone: it measures.
  if (isAsked("production")) {
    await production(kit).catch((error) =>
      kit.check("production: is set up", () => Promise.reject(error)),
    );
  }
} finally {
  await inbox.close();
  await rm(folder, { recursive: true, force: true });
}
console.log(`${outcome.passed} passed, ${outcome.failed} failed`);
process.exitCode = outcome.failed > 0 ? 1 : 0;
