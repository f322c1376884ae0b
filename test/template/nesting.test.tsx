import { readFileSync } from "node:fs";
import { Body, Button, Column, Hr, Html, Link, Row, Section, Text } from "@react-email/components";
import { isRenderError, render, renderElement, TextOnly } from "letterpress";
import type { ReactElement, ReactNode } from "react";
import { describe, expect, test } from "vitest";

const raw = (markup: string) => () => <div {...{ dangerouslySetInnerHTML: { __html: markup } }} />;

/** The first line of this file that has some words. */
function lineOf(words: string): number {
  const lines = readFileSync(import.meta.filename, "utf8").split("\n");
  return lines.findIndex((line) => line.includes(words)) + 1;
}

/** What is written for markup that stands in a `div`. */
async function repair(markup: string) {
  const { html, warnings = [] } = await render(raw(markup), {});
  const inner = /<div>(.*)<\/div>$/.exec(html)?.[1] ?? "";
  return { inner, codes: warnings.map(({ code }) => code) };
}

const cell = '<td style="padding:0">';
const table = '<table border="0" cellspacing="0" role="presentation">';

describe("what a mail client's parser would move is put right", () => {
  test.each([
    ["a block in a row", "<tr><p>x</p></tr>", `<tr>${cell}<p>x</p></td></tr>`],
    ["text in a row", "<tr> x </tr>", `<tr>${cell} x </td></tr>`],
    [
      "a run, which gets one cell",
      '<tr> <p>x</p> y <a id="a">z</a> <!--c--> </tr>',
      `<tr> ${cell}<p>x</p> y <a id="a">z</a></td> <!--c--> </tr>`,
    ],
    [
      "two runs beside a cell, on its first line",
      "<tr>x<td>y</td><p>z</p></tr>",
      '<tr><td valign="baseline" style="padding:0">x</td><td>y</td>' +
        '<td valign="baseline" style="padding:0"><p>z</p></td></tr>',
    ],
    [
      "a block in a group of rows",
      "<tbody><tr><td>x</td></tr><div>y</div>z</tbody>",
      `<tbody><tr><td>x</td></tr><tr>${cell}<div>y</div>z</td></tr></tbody>`,
    ],
    ["a block in a table", "<p>x</p>", `<tr>${cell}<p>x</p></td></tr>`],
    ["a table in a row", "<tr><table></table></tr>", `<tr>${cell}<table></table></td></tr>`],
    ["an image", '<tr><img src="a"></tr>', `<tr>${cell}<img src="a"></td></tr>`],
  ])("in a table: %s", async (_what, markup, repaired) => {
    const { inner, codes } = await repair(`<table>${markup}</table>`);
    expect(inner).toBe(`<table>${repaired}</table>`);
    expect(new Set(codes)).toEqual(new Set(["nesting-repaired"]));
  });

  test("in a table without padding, with a cell that needs not say so", async () => {
    const { inner } = await repair('<table cellpadding="0"><tr>x</tr></table>');
    expect(inner).toBe('<table cellpadding="0"><tr><td>x</td></tr></table>');
  });

  test.each([
    ["cells outside a table", "<td>x</td> <td>y</td>z", `${table}<td>x</td> <td>y</td></table>z`],
    ["rows outside a table", "<tr><td>x</td></tr>", `${table}<tr><td>x</td></tr></table>`],
    [
      "a cell in a cell, with text behind it",
      "<table><tr><td>a<td>b</td>c</td></tr></table>",
      '<table><tr><td>a<table border="0" role="presentation"><td>b</td></table>c</td></tr></table>',
    ],
    [
      "a cell in a block in a cell",
      '<table cellpadding="0" cellspacing="0"><tr><td><div><td>b</td></div></td></tr></table>',
      '<table cellpadding="0" cellspacing="0"><tr><td><div><table border="0" cellpadding="0" ' +
        'cellspacing="0" role="presentation"><td>b</td></table></div></td></tr></table>',
    ],
    [
      "a paragraph in a paragraph",
      "<p>a<p>b</p>c</p>",
      '<div role="paragraph" style="margin:1em 0">a<p>b</p>c</div>',
    ],
    [
      "a block in a paragraph with a style",
      '<p id="x" style="color:red">a<ul></ul></p>',
      '<div role="paragraph" id="x" style="margin:1em 0;color:red">a<ul></ul></div>',
    ],
    [
      "a table in a paragraph with a margin",
      '<p style="margin:0">a<table></table></p>',
      '<div role="paragraph" style="margin:0">a<table></table></div>',
    ],
    [
      "a block in something in a paragraph",
      "<p>a<span><div>b</div></span></p>",
      '<div role="paragraph" style="margin:1em 0">a<span><div>b</div></span></div>',
    ],
  ])("%s", async (_what, markup, repaired) => {
    const { inner, codes } = await repair(markup);
    expect(inner).toBe(repaired);
    expect(new Set(codes)).toEqual(new Set(["nesting-repaired"]));
  });

  test.each<[string, ReactElement, string]>([
    ["a paragraph in a Row", <Text key="1">Hello</Text>, "Hello"],
    ["text in a Row", <>Hello</>, "Hello"],
    [
      "a paragraph and a button in a Row",
      <>
        <Text>Please answer.</Text>
        <Button href="https://shop.example/a">Answer</Button>
      </>,
      "Please answer.\n\nAnswer: https://shop.example/a",
    ],
    [
      "a rule in a Row",
      <>
        <Text>a</Text>
        <Hr />
        <Text>b</Text>
      </>,
      `a\n\n${"-".repeat(40)}\n\nb`,
    ],
    [
      "a Row in a Row",
      <Row key="1">
        <Column>Hello</Column>
      </Row>,
      "Hello",
    ],
  ])("and read in the text: %s", async (_what, content, text) => {
    const result = await renderElement(
      <Mail>
        <Row>{content}</Row>
      </Mail>,
    );
    expect(result.text).toBe(text);
    expect(result.warnings?.map(({ code }) => code)).toEqual(["nesting-repaired"]);
    expect(await renderElement(<Mail>{content}</Mail>)).toHaveProperty("text", text);
  });

  test("once and for all: finished again, it stays as it is", async () => {
    const { inner } = await repair("<table>a<tr>b</tr></table><p><div>c</div></p><td>d</td>");
    expect(await repair(inner)).toEqual({ inner, codes: [] });
  });

  test("but not where the HTML is left as React wrote it", async () => {
    const markup = "<table><tbody><tr><p>x</p></tr></tbody></table>";
    const { html, text, warnings } = await render(raw(markup), {}, { finish: false });
    expect(html).toContain(markup);
    expect(text).toBe("x");
    expect(warnings?.map(({ code }) => code)).toEqual(["nesting-not-repaired"]);
  });
});

describe("what has no one meaning is left, with a warning", () => {
  test.each([
    [
      "<a href='x'>a<a href='y'>b</a></a>",
      "a link stands in a link, which ends before it; take one of them out",
    ],
    [
      "<a href='x'><b><a href='y'>b</a></b></a>",
      "a link stands in a link, which ends before it; take one of them out",
    ],
    ["<body>x</body>", "<body> stands in <div>, where it is lost; put it at the top"],
    ["<h1>a<h2>b</h2>c</h1>", "<h2> stands in <h1>, which ends before it; take one of them out"],
    [
      "<table><tr><td><td>x</td></td></tr></table>",
      "<td> stands in <td>, which ends before it; wrap it in a <table>",
    ],
    [
      "<style>.a p { margin: 0 }</style><p>a<div>b</div></p>",
      "<div> stands in <p>, which ends before it; make the outer one a <div>",
    ],
    [
      "<table><tr><!--[if mso]><td><![endif]--><p>a</p><!--[if mso]></td><![endif]--></tr></table>",
      "<p> stands directly in <tr>, which it leaves; put it in a <td>",
    ],
  ])("%s", async (markup, message) => {
    const { html, warnings } = await render(raw(markup), {});
    expect(html).toContain(markup);
    expect(warnings).toEqual([
      {
        code: "nesting-not-repaired",
        message,
        component: undefined,
        location: {
          file: import.meta.filename,
          line: lineOf("dangerouslySetInnerHTML"),
          column: expect.any(Number),
        },
      },
    ]);
  });
});

describe("what HTML allows is no fault", () => {
  test.each([
    "<p>a<p>b<p>c",
    "<p>a<table><tr><td><p>b</p></td></tr></table>",
    "<ul><li>a<li>b</ul>",
    "<table><tr><td>a<td>b<tr><td>c</table>",
    "<table><tr><td><a href='x'>a</a></td></tr></table>",
    "<a href='x'>a</a><a href='y'>b</a>",
    "<table> <thead> <tr> <th>a</th> </tr> </thead> </table>",
    "<table><tr><!-- x --><!--[if mso]><td><![endif]--><td>a</td></tr></table>",
    "<div><h1>a</h1><h2>b</h2></div>",
    "<table><caption>a</caption><colgroup><col></colgroup><tr><td>x</table>",
    "<p><button><div>a</div></button></p>",
  ])("%s", async (markup) => {
    expect(await repair(markup)).toEqual({ inner: markup, codes: [] });
  });

  test("nor is what only the text has", async () => {
    const { text, warnings } = await renderElement(
      <table>
        <tbody>
          <tr>
            <TextOnly as="span">for readers</TextOnly>
            <td>x</td>
          </tr>
        </tbody>
      </table>,
    );
    expect(warnings).toBeUndefined();
    expect(text).toContain("for readers");
  });
});

describe('nesting: "refuse"', () => {
  test.each([
    [
      "<table><tbody><tr><div>x</div></tr></tbody></table>",
      "<div> stands directly in <tr>, which it leaves; put it in a <td>",
    ],
    [
      "<table><tbody>words<tr><td>x</td></tr></tbody></table>",
      "text stands directly in <tbody>, which it leaves; put it in a <td>",
    ],
    [
      "<table><p>x</p></table>",
      "<p> stands directly in <table>, which it leaves; put it in a <td>",
    ],
    [
      "<div><tr><td>x</td></tr></div>",
      "<tr> stands outside any <table>, where it is lost; wrap it in one",
    ],
    [
      "<a href='x'>a<a href='y'>b</a></a>",
      "a link stands in a link, which ends before it; take one of them out",
    ],
    ["<body>x</body>", "<body> stands in <div>, where it is lost; put it at the top"],
  ])("makes what would be moved or lost an error: %s", async (markup, reason) => {
    const Mail = raw(markup);
    const error = await render(Mail, {}, { nesting: "refuse" }).catch(
      (failure: unknown) => failure,
    );
    expect(isRenderError(error) && error.message).toBe(`Cannot render <anonymous>: ${reason}`);
    expect(isRenderError(error) && error.location).toMatchObject({ file: import.meta.filename });
  });

  test("puts right what would only end early", async () => {
    const { html } = await render(raw("<p>a<div>b</div></p>"), {}, { nesting: "refuse" });
    expect(html).toContain('<div role="paragraph"');
  });
});

describe("a warning tells its place", () => {
  const Total = ({ amount }: { readonly amount: string }) => (
    <Row>
      <Text>{amount}</Text>
    </Row>
  );

  test("in the component that wrote the element, not in the package's that it uses", async () => {
    const { warnings } = await renderElement(
      <Mail>
        <Total amount="$1" />
      </Mail>,
    );
    expect(warnings).toEqual([
      {
        code: "nesting-repaired",
        message: expect.stringMatching(/^<p> stands directly in <tr>/),
        component: "Total",
        location: {
          file: import.meta.filename,
          line: lineOf("<Text>{amount}</Text>"),
          column: expect.any(Number),
        },
      },
    ]);
  });

  test("each place once, however often it is rendered", async () => {
    const { warnings } = await renderElement(
      <Mail>
        {[1, 2, 3].map((each) => (
          <Total key={each} amount={`$${each}`} />
        ))}
        <Row>
          <Link href="https://shop.example">Shop</Link>
        </Row>
      </Mail>,
    );
    expect(warnings?.map(({ component }) => component)).toEqual(["Total", undefined]);
  });
});

function Mail({ children }: { readonly children: ReactNode }) {
  return (
    <Html>
      <Body>
        <Section>{children}</Section>
      </Body>
    </Html>
  );
}
