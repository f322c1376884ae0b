import { Writable } from "node:stream";
import { Body, Head, Html, Preview, Tailwind, Text } from "@react-email/components";
import {
  createRenderer,
  defaultFinish,
  defineEmail,
  extractPreheader,
  type FinishStep,
  finishHtml,
  HtmlOnly,
  render,
  renderElement,
  TextOnly,
  tokenize,
} from "letterpress";
import { forwardRef, memo, type ReactNode, Suspense, use, useId } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { describe, expect, test } from "vitest";

interface GreetingProps {
  readonly name: string;
}

function Greeting({ name }: GreetingProps) {
  return (
    <Html lang="de">
      <Head />
      <Body>
        <Preview>{`For ${name}`}</Preview>
        <Text>Hello {name}</Text>
      </Body>
    </Html>
  );
}

const greeting = defineEmail({
  id: "greeting",
  component: Greeting,
  subject: ({ name }) => `Hello ${name}`,
  variants: { default: { name: "Ada" } },
});

/** The same element as a stream gives it, once all of it is there. */
function stream(element: ReactNode): Promise<string> {
  return new Promise((resolve, reject) => {
    let html = "";
    const sink = new Writable({
      write: (chunk, _encoding, done) => {
        html += chunk;
        done();
      },
      final: (done) => {
        resolve(html);
        done();
      },
    });
    const { pipe } = renderToPipeableStream(element, {
      progressiveChunkSize: Number.POSITIVE_INFINITY,
      onAllReady: () => pipe(sink),
      onError: reject,
    });
  });
}

describe("render()", () => {
  test("gives subject, HTML and text of a defined email", async () => {
    const { subject, html, text } = await render(greeting, { name: "Ada" });
    expect(subject).toBe("Hello Ada");
    expect(html).toMatch(
      /^<!DOCTYPE html PUBLIC "-\/\/W3C\/\/DTD XHTML 1.0 Transitional[^>]*><html /,
    );
    expect(html).toContain(">Hello Ada</p>");
    expect(text).toBe("Hello Ada");
  });

  test("takes a bare component, a memo, a forwardRef and an element", async () => {
    const Memo = memo(Greeting);
    const Ref = forwardRef<HTMLDivElement, GreetingProps>(({ name }, ref) => (
      <div ref={ref}>{name}</div>
    ));
    expect(await render(Greeting, { name: "Ada" })).toMatchObject({
      subject: "",
      text: "Hello Ada",
    });
    expect(await render(Memo, { name: "Ada" })).toMatchObject({ subject: "", text: "Hello Ada" });
    expect(await render(Ref, { name: "Ada" })).toMatchObject({ subject: "", text: "Ada" });
    expect(await renderElement(<Greeting name="Ada" />)).toMatchObject({
      subject: "",
      text: "Hello Ada",
    });
  });

  test("needs no props where none are needed", async () => {
    const Plain = () => <p>Hi</p>;
    expect((await render(Plain)).text).toBe("Hi");
  });

  test("runs the component once", async () => {
    let runs = 0;
    await render(() => {
      runs++;
      return <p>Hi</p>;
    });
    expect(runs).toBe(1);
  });

  test("takes the text of the author's own", async () => {
    const own = defineEmail({ ...greeting, text: ({ name }) => `Dear ${name},\n\nhello.` });
    expect((await render(own, { name: "Ada" })).text).toBe("Dear Ada,\n\nhello.");
    expect((await render(defineEmail({ ...greeting, text: "Hi" }), { name: "Ada" })).text).toBe(
      "Hi",
    );
  });

  test("waits for an async component, and for one that suspends", async () => {
    const Async = async () => <p>later</p>;
    const promise = new Promise<string>((resolve) => setTimeout(resolve, 5, "then"));
    const Using = () => <p>{use(promise)}</p>;
    const element = (
      <div>
        <Async />
        <Suspense fallback="waiting">
          <Using />
        </Suspense>
      </div>
    );
    const { html, text } = await renderElement(element);
    expect(text).toBe("later\n\nthen");
    expect(html).toMatch(/<div><p>later<\/p><p>then<\/p><\/div>$/);
  });

  test("keeps no character that mail forbids", async () => {
    expect((await render(() => <p>{"a\0b"}</p>)).html).toContain("<p>ab</p>");
  });

  test("escapes what props bring along, once", async () => {
    const { html, text } = await render(Greeting, { name: `<script>"&amp;'` });
    expect(html).toContain("Hello &lt;script&gt;&quot;&amp;amp;&#x27;</p>");
    expect(text).toBe(`Hello <script>"&amp;'`);
  });
});

describe("rendering at once", () => {
  const WithIds = () => (
    <label htmlFor={useId()}>
      {"a"}
      {"b"} {1} {null}
      <input id={useId()} disabled />
    </label>
  );
  test.each([
    ["a whole email", <Greeting key="" name="Ada" />],
    ["text in pieces, ids and attributes", <WithIds key="" />],
    [
      "a boundary that does not suspend",
      <div key="">
        <Suspense fallback="x">
          <p>in</p>
        </Suspense>
      </div>,
    ],
    [
      "images, links and a title that React moves or preloads",
      <html key="" lang="en">
        <head>
          <title>t</title>
        </head>
        <body>
          <img src="https://a.example/x.png" alt="" />
          <link rel="stylesheet" href="https://a.example/x.css" />
          <meta name="x" content="y" />
        </body>
      </html>,
    ],
    [
      "Tailwind, once it is warm",
      <Html key="">
        <Tailwind>
          <Head />
          <Body className="md:p-4">x</Body>
        </Tailwind>
      </Html>,
    ],
  ])("gives the same octets as the stream: %s", async (_what, element) => {
    await renderElement(element);
    const [doctype = "", ...atOnce] = (await renderElement(element)).html.split(/(?<=dtd">)/);
    const streamed = (await stream(element)).replace("<!DOCTYPE html>", "");
    expect(atOnce.join("")).toBe((await finishHtml(streamed)).html);
    expect(doctype).toContain("XHTML 1.0 Transitional");
  });
});

describe("finish", () => {
  test("false leaves the HTML as React wrote it", async () => {
    const { html } = await render(greeting, { name: "Ada" }, { finish: false });
    expect(html).toContain("Hello <!-- -->Ada");
    expect(html).not.toContain("viewport");
  });

  test("takes steps out, and more in", async () => {
    const footer: FinishStep = {
      name: "footer",
      apply({ tokens }) {
        const end = tokens.findIndex((token) => token.type === "close" && token.name === "body");
        tokens.splice(end, 0, ...tokenize("<i>end</i>"));
      },
    };
    const finish = [...defaultFinish.filter((step) => step.name !== "head-metas"), footer];
    const { html, text } = await render(greeting, { name: "Ada" }, { finish });
    expect(html).toContain("<i>end</i></body>");
    expect(text).toBe("Hello Ada\n\nend");
    expect(html).not.toContain("viewport");
    expect(html).toContain("Hello Ada");
  });

  test("may be set once, on a renderer", async () => {
    const renderer = createRenderer({ finish: false, text: { wrap: 20 } });
    const { html, text } = await renderer.render(greeting, {
      name: "Ada Lovelace and Grace Hopper",
    });
    expect(html).toContain("<!-- -->");
    expect(text).toBe("Hello Ada Lovelace\nand Grace Hopper");
    const own = await renderer.renderElement(<Greeting name="Ada" />, { finish: defaultFinish });
    expect(own.html).not.toContain("<!-- -->");
  });
});

describe("what finishing adds", () => {
  const own = (head: string, attributes = "") =>
    `<html${attributes}><head>${head}</head><body>x</body></html>`;
  const once = (html: string, part: string | RegExp) => html.split(part).length - 1;

  test("is not there twice when the author set it", async () => {
    const head =
      '<META NAME="Viewport" content="width=600"><meta name="color-scheme" content="dark"/>' +
      "<!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>72</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->";
    const { html } = await finishHtml(own(head, ' xmlns:v="urn:schemas-microsoft-com:vml"'));
    expect(once(html, /viewport/i)).toBe(1);
    expect(once(html, "PixelsPerInch")).toBe(2);
    expect(once(html, "xmlns:v")).toBe(1);
    expect(once(html, "xmlns:o")).toBe(1);
    expect(html).toContain('<meta name="supported-color-schemes" content="dark"/>');
  });

  test.each([
    ["light", ""],
    ["light", "<style>.a{color:red}</style>"],
    ["light dark", "<style>@media (prefers-color-scheme: dark){.a{color:red}}</style>"],
    ["light dark", "<style>:root{color-scheme:light dark}</style>"],
  ])("says %s for %s", async (scheme, head) => {
    const { html } = await finishHtml(own(head));
    expect(html).toContain(`<meta name="color-scheme" content="${scheme}"/>`);
  });

  test("stands behind the charset, in a head made for it where there is none", async () => {
    const { html } = await finishHtml(own('<meta charset="utf-8"><title>x</title>'));
    expect(html).toMatch(/<head><meta charset="utf-8"><meta name="viewport"[^>]*>.*<title>/);
    const { html: made } = await finishHtml("<html><body>x</body></html>");
    expect(made).toMatch(
      /^<html[^>]*><head><meta http-equiv="Content-Type" content="text\/html; charset=UTF-8"\/><meta name="viewport".*<\/head><body>x/,
    );
    expect((await finishHtml(made)).html).toBe(made);
  });

  test("leaves a fragment a fragment", async () => {
    expect((await finishHtml("<p>x</p>")).html).toBe("<p>x</p>");
  });
});

describe("the body", () => {
  test.each([
    ['lang="ar" dir="rtl"', "", 'lang="ar" dir="rtl"'],
    ['lang="ar" dir="rtl"', 'lang="en" dir="ltr"', 'lang="ar" dir="rtl"'],
    ['lang="en" dir="ltr"', 'lang="he" dir="rtl"', 'lang="he" dir="rtl"'],
    ['lang="en"', 'class="x"', 'class="x" lang="en"'],
  ])("with html %s and its own %s becomes %s", async (html, body, expected) => {
    const finished = await finishHtml(
      `<html ${html}><head></head><body${body && ` ${body}`}>x</body></html>`,
    );
    expect(finished.html).toContain(`<body ${expected}>`);
  });
});

describe("the preheader", () => {
  const Mail = ({ preheader }: { readonly preheader: string }) => (
    <Html>
      <Head />
      <Body>
        <Preview>{preheader}</Preview>
        <Text>Body text</Text>
      </Body>
    </Html>
  );

  test("is padded with a fifth of the octets, as far as before", async () => {
    const before = (await render(Mail, { preheader: "Hello & hi" }, { finish: false })).html;
    const { html } = await render(Mail, { preheader: "Hello & hi" });
    const octets = (text: string) =>
      Buffer.byteLength(
        /data-skip-in-text="true">Hello &amp; hi(?:<!-- -->)?<div>(.*?)<\/div>/.exec(text)?.[1] ??
          "",
      );
    expect(octets(before)).toBe(20 * 140);
    expect(octets(html)).toBe(4 * 140);
    expect(html.match(/\u034f\u00a0/g)).toHaveLength(140);
  });

  test("is what an inbox shows, the body kept out", async () => {
    const { html } = await render(Mail, { preheader: "Hello & hi" });
    expect(extractPreheader(html)).toBe("Hello & hi");
    const before = await render(Mail, { preheader: "Hello & hi" }, { finish: false });
    expect(extractPreheader(before.html)).toBe("Hello & hi");
  });

  test("is followed by the body where nothing keeps it out", () => {
    const hidden = '<html><head><title>T</title></head><body><div style="display:none">Hello</div>';
    expect(extractPreheader(`${hidden}<p>Dear&nbsp;<b>Ada</b></p><!-- x --></body></html>`)).toBe(
      "Hello Dear Ada",
    );
    expect(extractPreheader(`<p>${"word ".repeat(100)}</p>`)).toHaveLength(199);
    expect(extractPreheader("")).toBe("");
  });
});

describe("parts for one audience", () => {
  test("stand in the one part and not in the other", async () => {
    const { html, text } = await renderElement(
      <div>
        <TextOnly>
          <p>Only here</p>
        </TextOnly>
        <HtmlOnly as="span">Only there</HtmlOnly>
        <p data-letterpress="text-only">here</p>
        <p data-skip-in-text={true}>there</p>
      </div>,
    );
    expect(text).toBe("Only here\n\nhere");
    expect(html.replace(/^<!DOCTYPE[^>]*>/, "")).toBe(
      '<div><span data-letterpress="html-only">Only there</span><p data-skip-in-text="true">there</p></div>',
    );
  });

  test("stay apart when the HTML is not finished", async () => {
    const { html } = await renderElement(
      <div>
        <TextOnly>here</TextOnly>
      </div>,
      { finish: false },
    );
    expect(html).not.toContain("here");
  });
});

describe("warnings", () => {
  test("are left out when there is nothing to warn of", async () => {
    expect(Object.keys(await render(greeting, { name: "Ada" })).sort()).toEqual([
      "html",
      "subject",
      "text",
    ]);
  });

  test("tell of a style sheet that does not parse, which is sent as it is", async () => {
    const css = "{{#if x}} .a{color:rgb(0 0 0)}";
    const { html, warnings } = await renderElement(
      <html lang="en">
        <head>
          <style>{css}</style>
        </head>
        <body>x</body>
      </html>,
    );
    expect(html).toContain(`<style>${css}</style>`);
    expect(warnings).toEqual([
      {
        code: "style-sheet-unparsable",
        message: expect.stringMatching(
          /^A style sheet does not parse and is sent as it is: .+ in its line 1$/,
        ),
      },
    ]);
  });
});
