import { compareTextWithHtml, renderElement } from "letterpress";
import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { textOf } from "./text-of.ts";

const escapeHtml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

describe("placeholders stay as they are, to the octet", () => {
  const written = [
    "{{name}}",
    "{{  user.name  }}",
    "{{{ raw_html }}}",
    "{{#each  items}}",
    "{{/each}}",
    "{{ price | money: 'EUR',  2 }}",
    '{{#if (eq plan "pro")}}',
    "{% if a  >  b %}",
    "{%- for  x in y -%}",
    "{# a  note #}",
    "<%=  user.name  %>",
    "<%  if (a && b)  { %>",
    "*|FNAME|*",
    "*|IF:A = 1|*",
    "[% name  or  'x' %]",
    "[[ first  name ]]",
    `\${user.name}`,
    "#{first  name}",
    "%%first name%%",
    "{{ a\u00a0b }}",
    "{{a\n  b}}",
  ];

  test.each(written)("in text: %s", async (placeholder) => {
    const html = `<p>Dear ${escapeHtml(placeholder)}, hello</p>`;
    expect(await textOf(html)).toBe(`Dear ${placeholder}, hello`);
    expect(compareTextWithHtml(html, await textOf(html))).toEqual([]);
  });

  test.each(written)("in text that is wrapped: %s", async (placeholder) => {
    const html = `<p>${"word ".repeat(5)}${escapeHtml(placeholder)}${" word".repeat(5)}</p>`;
    for (const wrap of [20, 24, 28, 32]) {
      expect(await textOf(html, { wrap })).toContain(placeholder);
      expect(await textOf(html, { wrap, flowed: true })).toContain(placeholder);
    }
  });

  test.each(written)("in an address: %s", async (placeholder) => {
    const escaped = escapeHtml(placeholder).replaceAll('"', "&quot;");
    const html = `<p><a href="https://a.b/${escaped}?x=1">Pay</a></p>`;
    expect(await textOf(html)).toBe(`Pay: https://a.b/${placeholder}?x=1`);
    expect(await textOf(`<p><a href="${escaped}">Pay</a></p>`)).toBe(`Pay: ${placeholder}`);
    expect(compareTextWithHtml(html, await textOf(html))).toEqual([]);
  });

  test.each([
    ["a mail address", '<a href="mailto:{{ a ? b }}?subject=x">Write</a>', "Write: {{ a ? b }}"],
    ["a label that is it", '<a href="{{ url }}">{{ url }}</a>', "{{ url }}"],
    ["a cell", "<table><tr><th>{{  a }}</th><td>{{ b  }}</td></tr></table>", "{{  a }}  {{ b  }}"],
    ["code", "<pre>{{  a }}</pre>", "{{  a }}"],
    ["an alternative text", '<img alt="{{  a }}" src="a.png">', "{{  a }}"],
    ["text that only looks like one", "<p>{{ a   b</p><p>c   }}</p>", "{{ a b\n\nc }}"],
  ])("in %s", async (_what, html, text) => {
    expect(await textOf(html)).toBe(text);
  });

  test("where React writes them in pieces", async () => {
    const { text } = await renderElement(createElement("p", {}, "{{  a", "  ", "}}"));
    expect(text).toBe("{{  a  }}");
  });
});
