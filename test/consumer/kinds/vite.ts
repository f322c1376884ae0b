import { access } from "node:fs/promises";
import { join } from "node:path";
import { type Kit, mustFail } from "../kit.ts";
import { run } from "../run.ts";

const files = {
  "index.html": "<h1>An app</h1>",
  "vite.config.js": `
    import { letterpress } from "letterpress/vite";
    export default { plugins: [letterpress({ smtpPort: 0 })], server: { host: "127.0.0.1" } };
  `,
  "parts.js": `
    import { createPostmarkTransport, createSender } from "letterpress";
    const transport = createPostmarkTransport({ url: process.env.MAIL_URL });
    const sender = createSender({ transport, from: "Shop <a@b.example>" });
    const html = "<p>Welcome, Ada</p>", text = "https://example.com/start";
    const sent = await sender.send({ to: "ada@example.com", subject: "Hi", html, text });
    console.log(sent.messageId);
    await sender.close();
  `,
};

/** An app that has a Vite of its own: it sends with any, and is told where the preview needs another. */
export function vite(version: "6" | "7" | "8"): (kit: Kit) => Promise<void> {
  return async (kit) => {
    const app = await kit.makeApp(`vite-${version}`, files);
    await run("npm", ["install", "--save-dev", `vite@${version}`, "@react-email/components"], app);
    await kit.check(`Vite ${version}: installs beside it, and sends`, async () => {
      await kit.install(app, "react", "react-dom");
      await kit.sends(process.execPath, ["parts.js"], app);
    });
    await kit.check(`Vite ${version}: builds the app with the plugin in its config`, () =>
      run("npx", ["vite", "build", "--outDir", "dist/site"], app),
    );
    if (version !== "8") {
      const message = new RegExp(
        `Vite is ${version}\\.[\\d.]+, and 8 is needed; install with: npm install --save-dev vite@8`,
      );
      await kit.check(`Vite ${version}: names the version that the preview needs`, async () => {
        for (const command of ["dev", "build", "export"]) {
          await mustFail(run("npx", ["letterpress", command], app), message);
        }
        await mustFail(run("npx", ["vite", "--port", "0"], app), message);
      });
      return;
    }
    await kit.check("Vite 8: builds and exports", async () => {
      await run("npx", ["letterpress", "build"], app);
      await kit.sends(process.execPath, ["send.js"], app);
      await run("npx", ["letterpress", "export"], app);
      await access(join(app, "dist/export/index.html"));
    });
  };
}
