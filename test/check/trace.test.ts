import { describe, expect, test } from "vitest";
import { createChecker } from "../../src/check/check-email.ts";
import type { ImageFile } from "../../src/check/email-to-check.ts";
import type { Finding } from "../../src/check/finding.ts";
import { mergeFindings } from "../../src/check/merge-findings.ts";
import { applyEdits } from "../../src/check/trace/apply-edits.ts";
import { readJsx } from "../../src/check/trace/jsx-extent.ts";
import { allows, readExceptions } from "../../src/check/trace/source-exceptions.ts";
import { traceFindings } from "../../src/check/trace/trace-findings.ts";
import { correctHtml, toEmail } from "./fixture.ts";

const edit = (start: number, end: number, text: string) => ({
  title: "",
  file: "a.tsx",
  start,
  end,
  text,
});

describe("readJsx()", () => {
  test.each([
    ['<Img src="a>b" />', 15, 17],
    ["<A b={() => 1}>x</A>", 14, 20],
    ["<A b={'>'} c={`}`}><A>y</A></A>", 18, 31],
    ["<A.B>x</A.B> and <A.B>", 4, 12],
  ])("knows where the tag and the element of %s end", (code, tagEnd, end) => {
    expect(readJsx(code, 0)).toMatchObject({ tagEnd, end });
  });

  test("finds none where no element begins", () => {
    expect(readJsx("a < b", 2)).toBeUndefined();
  });
});

describe("applyEdits()", () => {
  test("makes changes from the front, whatever their order", () => {
    expect(applyEdits("abcdef", [edit(4, 5, "E"), edit(0, 1, "A")]).code).toBe("AbcdEf");
  });

  test("makes one of two at one place, and one of two that overlap", () => {
    const { code, applied } = applyEdits("abcdef", [
      edit(1, 1, "x"),
      edit(1, 1, "y"),
      edit(3, 5, "z"),
      edit(4, 6, "w"),
    ]);
    expect(code).toBe("axbczf");
    expect(applied).toHaveLength(2);
  });
});

describe("exceptions in sources", () => {
  const code =
    "a\n{/* letterpress-allow vague-link, contrast: the law says so */}\n<a>\n// letterpress-allow title";

  test("hold for their line and the next, and for the rules that they name", () => {
    const [first] = readExceptions("a.tsx", code);
    const at = (line: number) => ({ file: "a.tsx", line });
    expect(first && allows(first, "contrast", at(3))).toBe(true);
    expect(first && allows(first, "contrast", at(4))).toBe(false);
    expect(first && allows(first, "title", at(3))).toBe(false);
  });

  test("without a reason let nothing pass", () => {
    const second = readExceptions("a.tsx", code)[1];
    expect(second && allows(second, "title", { file: "a.tsx", line: 4 })).toBe(false);
  });
});

describe("traceFindings()", () => {
  const body = '<p><a href="http://shop.example/a">Your order</a></p>';
  const email = toEmail(body);
  const findings = createChecker().check({ ...email, id: "order" });
  const files = {
    "order.tsx": 'const url =\n  "http://shop.example/a";\n<Link to={url}>Your order</Link>',
    "parts.tsx":
      "export const Link = ({ to, children }) => (\n  <p>\n    <a href={to}>{children}</a>\n  </p>\n);",
  };
  const places = [
    { name: "a", place: { file: "parts.tsx", line: 3, column: 5 }, usedAt: 1 },
    { name: "Link", place: { file: "order.tsx", line: 3, column: 1 }, usedAt: null },
  ];
  const html = correctHtml({ body: body.replace("<a ", '<a data-letterpress-place="0" ') });
  const trace = (located: string) =>
    traceFindings(
      findings,
      { html: located, places, files, emailFile: "order.tsx" },
      createCount(email.html),
    );

  test("finds the text that makes a fault, wherever it was passed on from", () => {
    expect(trace(html)).toMatchObject([
      { rule: "insecure-link", source: { file: "order.tsx", line: 2, column: 4 } },
    ]);
  });

  test("makes the change of the source that puts it right", () => {
    const [finding] = trace(html);
    const made = applyEdits(files["order.tsx"], finding?.edit ? [finding.edit] : []);
    expect(made.code).toContain('"https://shop.example/a"');
  });

  test("follows the texts alone where the located render is another one", () => {
    expect(trace("<p>Something else</p>")[0]?.source).toMatchObject({ file: "order.tsx", line: 2 });
  });
});

describe("changes that are certain", () => {
  /** The source after the changes for an element that is written in it, and again after that. */
  function fix(
    tag: string,
    {
      head = "",
      ...more
    }: Partial<Parameters<typeof correctHtml>[0]> & {
      images?: ReadonlyMap<string, ImageFile>;
    } = {},
  ) {
    const own = { name: "p", place: { file: "order.tsx", line: 1, column: 1 }, usedAt: null };
    const render = (code: string) =>
      correctHtml({
        head,
        body: toMarkup(code).replace(/<(\w+)/, '<$1 data-letterpress-place="0"'),
      });
    const fixOnce = (code: string) => {
      const email = toEmail({ html: render(code), ...more });
      const located = {
        html: email.html,
        places: [own],
        files: { "order.tsx": code },
        emailFile: "order.tsx",
      };
      const found = traceFindings(createChecker().check(email), located, createCount(email.html));
      return applyEdits(
        code,
        found.flatMap(({ edit }) => edit ?? []),
      ).code;
    };
    const once = fixOnce(tag);
    expect(fixOnce(once)).toBe(once);
    return once;
  }

  test("make a colour one that can be read, as near to it as that is", () => {
    const code = '<p style={{ backgroundColor: "#ffffff", color: "#999999" }}>Hello</p>';
    expect(fix(code)).toMatch(/backgroundColor: "#ffffff", color: "#757575"/);
    const onDark = '<p style={{ backgroundColor: "#222222", color: "#666666" }}>Hello</p>';
    expect(fix(onDark)).toMatch(/backgroundColor: "#222222", color: "#(?:8|9)\w{5}"/);
  });

  test("leave a colour alone that no other would do for, light and dark", () => {
    const head =
      "<style>@media (prefers-color-scheme:dark){div{background-color:#111111!important}}</style>";
    const metas =
      '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">';
    const code = '<p style={{ color: "#999999" }}>Hello</p>';
    expect(fix(code, { head: metas + head })).toBe(code);
  });

  test("give a picture the width and the height of its file", () => {
    const images = new Map([["/static/a.png", { sizeBytes: 9, width: 200, height: 100 }]]);
    const tag = (more = "") => `<img src="/static/a.png" alt="A box" ${more}/>`;
    expect(fix(tag(), { images })).toContain("<img width={200} height={100} src");
    expect(fix(tag('style={{ width: "80px" }} '), { images })).toContain(
      "<img width={80} height={40} src",
    );
    // A height that stays while the width gives way would squeeze it.
    const fluid = fix(tag('style={{ maxWidth: "100%" }} '), { images });
    expect(fluid).toContain("<img width={200} src");
    expect(fluid).not.toContain("height={");
  });
});

/** JSX of one element as HTML. */
function toMarkup(code: string): string {
  const css = (object: string) =>
    object.replace(
      /(\w+): "([^"]*)",?/g,
      (_, name: string, value: string) =>
        `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value};`,
    );
  return code
    .replace(/style=\{\{(.*?)\}\}/, (_, object: string) => `style="${css(object).trim()}"`)
    .replace(/=\{(\d+)\}/g, '="$1"')
    .replace("/>", ">");
}

describe("mergeFindings()", () => {
  const base = createChecker().check({
    ...toEmail({ subject: "Re: order" }),
    id: "a",
    variant: "one",
  })[0] as Finding;
  const at = (line: number, variant: string) => ({
    ...base,
    source: { file: "a.tsx", line, column: 1 },
    where: { ...base.where, variants: [variant] },
  });

  test("makes one of the same fault in several variants", () => {
    const merged = mergeFindings([at(3, "one"), at(3, "two"), at(9, "three")]);
    expect(merged.map(({ where }) => where.variants)).toEqual([["one", "two"], ["three"]]);
  });
});

function createCount(markup: string): number {
  return markup.match(/<[a-z]/gi)?.length ?? 0;
}
