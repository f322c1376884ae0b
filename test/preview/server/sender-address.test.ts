import { describe, expect, test } from "vitest";
import type { InboxList, Project, SendResult } from "../../../preview/protocol/index.ts";
import { loadConfig } from "../../../preview/server/checks/load-config.ts";
import { resolveOptions } from "../../../preview/server/options.ts";
import { openPreview, type TestPreview } from "./open-preview.ts";
import { emailShowing } from "./test-project.ts";

const config = {
  "letterpress.config.ts": `export default { from: "Shop <shop@shop.example>" };\n`,
};
const environment = { ".env": "MAIL_FROM=env@shop.example\n" };
const emails = {
  "emails/a.tsx": emailShowing("A"),
  "emails/own.tsx": emailShowing("Own").replace(
    "defineEmail({",
    'defineEmail({ from: "own@shop.example",',
  ),
};

const fromOf = async (preview: TestPreview, id: string) => {
  const { result } = await preview.view(id);
  return result.status === "rendered" ? result.from : result.message;
};

describe("who an email is from that names no one", () => {
  test.each([
    [
      "the option before all else",
      { from: { name: "A, B", address: "ab@shop.example" } },
      { ...config, ...environment },
      '"A, B" <ab@shop.example>',
      "option",
    ],
    [
      "the config before MAIL_FROM",
      {},
      { ...config, ...environment },
      "Shop <shop@shop.example>",
      "config",
    ],
    ["MAIL_FROM", {}, environment, "env@shop.example", "environment"],
    ["no one, but locally", {}, {}, "Letterpress <preview@example.com>", "nowhere"],
  ])("is as %s says", async (_, options, files, address, said) => {
    const preview = await openPreview({ ...emails, ...files }, { ...options, atOnce: true });
    expect((await preview.json<Project>("/api/project")).sender).toEqual({ address, said });
    expect(await fromOf(preview, "a")).toBe(address);
    const { from } = await sendToInbox(preview, "a");
    expect(from?.address).toBe(/<?([^<>]+)>?$/.exec(address)?.[1]);
  });

  test("is not the sender of an email that names its own", async () => {
    const preview = await openPreview({ ...emails, ...config }, { atOnce: true });
    expect(await fromOf(preview, "own")).toBe("own@shop.example");
    expect((await sendToInbox(preview, "own")).from?.address).toBe("own@shop.example");
  });

  test("is refused where it is no address, as an option and in the config", async () => {
    expect(() => resolveOptions("/", { from: "nobody" })).toThrow(
      /^Cannot start the preview: 'from' /,
    );
    const preview = await openPreview(
      {
        ...emails,
        "letterpress.config.ts": `export default { from: "a@b.example, c@d.example" };\n`,
      },
      { atOnce: true },
    );
    await expect(loadConfig(preview.root)).rejects.toThrow(
      /letterpress\.config\.ts: 'from' holds ','/,
    );
  });
});

async function sendToInbox(preview: TestPreview, emailId: string) {
  const result = await preview.json<SendResult>("/api/send", {
    method: "POST",
    headers: { "content-type": "application/json", "x-letterpress": "1" },
    body: JSON.stringify({ emailId, variant: "default", to: ["ada@example.com"] }),
  });
  if (result.status !== "sent") throw new Error(result.message);
  const { messages } = await preview.json<InboxList>("/api/inbox");
  const found = messages.find(({ id }) => id === result.inboxId);
  if (!found) throw new Error("it did not arrive");
  return found;
}
