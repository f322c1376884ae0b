import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import type { InboxList, InboxMessage, SendResult } from "../../../preview/protocol/index.ts";
import { readOrigin, writeOrigin } from "../../../preview/server/send/message-origin.ts";
import { openPreview, type TestPreview } from "./open-preview.ts";
import { emailShowing } from "./test-project.ts";

const origin = {
  ...{ emailId: "ordérs/ördér", variant: "vierzig-zeilen", locale: "de", lacksProps: false },
  ...{ props: JSON.stringify({ name: "é".repeat(400) }), commit: "a".repeat(40), hasChanges: true },
};

async function send(preview: TestPreview, props: string | null) {
  const result = await preview.json<SendResult>("/api/send", {
    method: "POST",
    headers: { "content-type": "application/json", "x-letterpress": "1" },
    body: JSON.stringify({ emailId: "a", variant: "default", props, to: ["ada@example.com"] }),
  });
  if (result.status !== "sent") throw new Error(result.message);
  return preview.json<InboxMessage>(`/api/inbox/${result.inboxId}`);
}

describe("what a message was rendered from", () => {
  test("is read as it was written; props that are too long are told", () => {
    expect(readOrigin(writeOrigin(origin))).toEqual(origin);
    const long = { ...origin, props: JSON.stringify("x".repeat(20_000)) };
    expect(readOrigin(writeOrigin(long))).toEqual({ ...long, props: null, lacksProps: true });
    expect(readOrigin([{ name: "Subject", value: "Hello" }])).toBeNull();
    expect(readOrigin([{ name: "x-letterpress-email", value: "a" }])).toBeNull();
  });

  test("goes with a send to the inbox: email, variant, props and the commit", async () => {
    const preview = await openPreview({
      "emails/a.tsx": `import { words } from "./components/words.ts";\n${emailShowing("A")}\nvoid words;\n`,
      "emails/components/words.ts": "export const words = 1;\n",
      ".gitignore": "node_modules\n",
    });
    expect((await send(preview, null)).origin).toEqual({
      ...{ emailId: "a", variant: "default", locale: null, props: null, lacksProps: false },
      ...{ commit: null, hasChanges: false },
    });
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@example.com", ...args], {
        ...{ cwd: preview.root, encoding: "utf8" },
      }).trim();
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "-m", "first");
    const commit = git("rev-parse", "HEAD");
    const sent = await send(preview, '{"name":"Eve, Zoë"}');
    expect(sent.origin).toMatchObject({ props: '{"name":"Eve, Zoë"}', commit, hasChanges: false });
    // A recipient would get none of it.
    const names = (list: InboxMessage["headers"]) =>
      list.map(({ name }) => name).filter((name) => /^x-letterpress/i.test(name));
    expect(names(sent.headers)).toHaveLength(4);
    expect(names(sent.deliveredHeaders)).toEqual([]);

    preview.write("emails/components/words.ts", "export const words = 2;\n");
    expect((await send(preview, null)).origin).toMatchObject({ commit, hasChanges: true });
    const { messages } = await preview.json<InboxList>("/api/inbox");
    expect(messages.map((one) => one.origin?.emailId)).toEqual(["a", "a", "a"]);
  });
});
