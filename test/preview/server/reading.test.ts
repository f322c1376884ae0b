import { simpleParser } from "mailparser";
import { describe, expect, test } from "vitest";
import type { LocatedEmail, MimeMessage, SendResult } from "../../../preview/protocol/index.ts";
import { openPreview } from "./open-preview.ts";

const files = {
  "emails/components/action.tsx": `import { Button } from "@react-email/components";
export function Action({ label }: { label: string }) {
  return <Button href="https://shop.example">{label}</Button>;
}
`,
  "emails/order.tsx": `import { Body, Html, Text } from "@react-email/components";
import { defineEmail } from "letterpress";
import { Action } from "./components/action.tsx";

function Order({ name }: { name: string }) {
  return (
    <Html lang="en">
      <Body>
        <Text>Grüße, {name}</Text>
        <Action label="See it" />
      </Body>
    </Html>
  );
}

export default defineEmail({
  id: "order",
  component: Order,
  subject: ({ name }) => \`Grüße, \${name}\`,
  variants: { default: { name: "Ada" }, other: { name: "Grace" } },
});
`,
  "emails/bare.tsx": `import { Html, Link } from "@react-email/components";
export default function Bare() {
  return (
    <Html>
      <Link href="https://shop.example">Go</Link>
    </Html>
  );
}
`,
  "emails/broken.tsx": `import { Html } from "@react-email/components";
export default function Broken() {
  const nothing: any = undefined;
  return <Html>{nothing.boom}</Html>;
}
`,
};

const changing = { "x-letterpress": "1", "content-type": "application/json" };

describe("the message that an email leaves as", () => {
  test("is what the inbox gets when it is sent, and has no token in it", async () => {
    process.env.POSTMARK_SERVER_TOKEN = "11111111-2222-3333-4444-555555555555";
    try {
      const preview = await openPreview(files);
      const message = await preview.json<MimeMessage>("/api/mime/order?variant=other");
      expect(message.mime.length).toBe(message.sizeBytes);
      expect(message.mime.slice(0, message.headerBytes)).toMatch(/^Date: [\s\S]*[^\r]\r\n$/);
      expect(message.mime).not.toContain("11111111-2222");
      const shown = await simpleParser(Buffer.from(message.mime, "latin1"));
      const sent = await preview.json<SendResult>("/api/send", {
        ...{ method: "POST", headers: changing },
        body: JSON.stringify({
          ...{ emailId: "order", variant: "other", locale: null, props: null },
          ...{ to: ["you@example.com"], server: "inbox" },
        }),
      });
      if (sent.status !== "sent") throw new Error(sent.message);
      const raw = await (await preview.request(`/api/inbox/${sent.inboxId}/raw`)).text();
      const arrived = await simpleParser(raw);
      expect([shown.subject, shown.html, shown.text]).toEqual([
        ...[arrived.subject, arrived.html, arrived.text],
      ]);
      expect(shown.subject).toBe("Grüße, Grace");
      const names = ({ headerLines }: typeof shown) => headerLines.map(({ key }) => key).sort();
      expect(names(arrived)).toEqual(expect.arrayContaining(names(shown)));
      expect(message.headers.map(({ name }) => name.toLowerCase())).toEqual(
        shown.headerLines.map(({ key }) => key),
      );
    } finally {
      delete process.env.POSTMARK_SERVER_TOKEN;
    }
  });

  test("has the edited props, and says what is wrong where there is none", async () => {
    const preview = await openPreview(files, { atOnce: true });
    const edited = await preview.json<MimeMessage>("/api/mime/order", {
      ...{ method: "POST", headers: changing },
      body: JSON.stringify({ variant: "default", locale: null, props: '{"name":"Linus"}' }),
    });
    expect(edited.mime).toContain("Linus");
    const broken = await preview.request("/api/mime/broken");
    expect([broken.status, (await broken.json()).error]).toEqual([
      ...[422, expect.stringContaining("boom")],
    ]);
    expect((await preview.request("/api/mime/nowhere")).status).toBe(422);
  });
});

describe("the places of an email's elements", () => {
  const marks = / data-letterpress-place="(\d+)"/g;

  test("lead from each element to its line and to each use around it", async () => {
    const preview = await openPreview(files, { atOnce: true });
    const { html, places, files: sources } = await preview.json<LocatedEmail>("/api/located/order");
    const chainOf = (tag: string) => {
      const index = new RegExp(`<${tag}\\b[^>]*data-letterpress-place="(\\d+)"`).exec(html)?.[1];
      const chain: string[] = [];
      for (let at = index === undefined ? null : Number(index); at !== null; ) {
        const one = places[at];
        if (!one) break;
        chain.push(`<${one.name}> ${one.place.file}:${one.place.line}:${one.place.column}`);
        at = one.usedAt;
      }
      return chain;
    };
    expect(chainOf("a")).toEqual([
      "<Button> emails/components/action.tsx:3:10",
      "<Action> emails/order.tsx:10:9",
    ]);
    expect(chainOf("p")).toEqual(["<Text> emails/order.tsx:9:9"]);
    expect(sources["emails/order.tsx"]).toBe(files["emails/order.tsx"]);
    // What is shown and sent knows nothing of it.
    const { result } = await preview.view("order");
    if (result.status !== "rendered") throw new Error(result.message);
    expect(html.replace(marks, "")).toBe(result.html);
    expect(result.html).not.toMatch(marks);
  });

  test("do not reach into another render of the same moment", async () => {
    const preview = await openPreview(files, { atOnce: true });
    const [located, view] = await Promise.all([
      preview.json<LocatedEmail>("/api/located/order"),
      preview.json<{ result: { html: string } }>("/api/emails/order?variant=other"),
    ]);
    expect(located.html).toMatch(marks);
    expect(view.result.html).not.toMatch(marks);
  });

  test("are known of a bare template, and follow an edit", async () => {
    const preview = await openPreview(files);
    const linkAt = async () => {
      const { places } = await preview.json<LocatedEmail>("/api/located/bare");
      return places.find(({ name }) => name === "Link")?.place.line;
    };
    expect(await linkAt()).toBe(5);
    const events = await preview.events();
    preview.write("emails/bare.tsx", `// A line more.\n${files["emails/bare.tsx"]}`);
    await events.next("changed");
    expect(await linkAt()).toBe(6);
    expect((await preview.request("/api/located/broken")).status).toBe(422);
  });
});
