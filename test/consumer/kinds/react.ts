import type { Kit } from "../kit.ts";
import { run } from "../run.ts";

/** An app that is still at React 18. All others here have 19. */
export async function react18(kit: Kit): Promise<void> {
  const app = await kit.makeApp("react-18");
  await kit.install(app, "react@18", "react-dom@18", "@react-email/components", "vite@8");
  await kit.check("React 18: builds and sends", async () => {
    await run("npx", ["letterpress", "build"], app);
    await kit.sends(process.execPath, ["send.js"], app);
  });
}
