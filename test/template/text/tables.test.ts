import { describe, expect, test } from "vitest";
import { textOf } from "./text-of.ts";

const layout = 'role="presentation"';

describe("a data table", () => {
  test("keeps each row on a line and lines its columns up", async () => {
    const html =
      "<table><thead><tr><th>Item</th><th>Qty</th><th align='right'>Price</th></tr></thead>" +
      "<tbody><tr><td>Paper</td><td>12</td><td align='right'>$10.00</td></tr>" +
      "<tr><td>A longer name</td><td>1</td><td style='text-align:right'>$1.00</td></tr></tbody>" +
      "<tfoot><tr><td colspan='2'>Total</td><td align='right'>$11.00</td></tr></tfoot></table>";
    expect(await textOf(html)).toBe(
      [
        "Item           Qty   Price",
        "Paper          12   $10.00",
        "A longer name  1     $1.00",
        "Total               $11.00",
      ].join("\n"),
    );
  });

  test("stands apart from what is around it", async () => {
    const html = "<p>a</p><table><tr><th>x</th><td>1</td></tr></table><p>b</p>";
    expect(await textOf(html)).toBe("a\n\nx  1\n\nb");
  });

  test("goes on below in the column of the same cell", async () => {
    const html =
      "<table><tr><th>Paper<br>A4, blue</th><td>$10</td></tr>" +
      "<tr><th>Ink</th><td>$2<br>each</td></tr></table>";
    expect(await textOf(html)).toBe(
      "Paper       $10\n  A4, blue\nInk         $2\n            each",
    );
  });

  test("measures wide characters as two columns", async () => {
    const html = "<table><tr><th>名前</th><td>1</td></tr><tr><th>abcde</th><td>2</td></tr></table>";
    expect(await textOf(html)).toBe("名前   1\nabcde  2");
  });

  test("lets one long cell run over without moving the column", async () => {
    const long = "x".repeat(60);
    const html = `<table><tr><th>${long}</th><td>1</td></tr><tr><th>a</th><td>2</td></tr></table>`;
    expect(await textOf(html)).toBe(`${long}  1\na  2`);
  });

  test("leaves out columns that hold nothing, or a picture of what is named beside it", async () => {
    const html = (alt: string) =>
      `<table><tr><td><img alt='${alt}' src='a.png'></td><th>Paper</th><td></td><td>$10</td></tr></table>`;
    expect(await textOf(html("paper"))).toBe("Paper  $10");
    expect(await textOf(html(""))).toBe("Paper  $10");
    expect(await textOf(html("New"))).toBe("New  Paper  $10");
  });

  test("says a picture below the words beside it where other rows have none", async () => {
    const row = (picture: string, name: string) =>
      `<tr><td>${picture}</td><th>${name}</th><td>$10</td></tr>`;
    const picture = "<img alt='Blue cover' src='a.png'>";
    expect(await textOf(`<table>${row("", "Paper")}${row(picture, "Book")}</table>`)).toBe(
      "Paper         $10\nBook          $10\n  Blue cover",
    );
    expect(await textOf(`<table>${row(picture, "Book")}${row(picture, "Cup")}</table>`)).toBe(
      "Blue cover  Book  $10\nBlue cover  Cup   $10",
    );
  });

  test("keeps the link of a picture beside words", async () => {
    const html =
      "<table><tr><td><a href='https://a.b'><img alt='Paper' src='a.png'></a></td><td>Paper</td></tr></table>";
    expect(await textOf(html)).toBe("Paper: https://a.b  Paper");
  });

  test("stays apart from one that it touches", async () => {
    const rows = (...names: string[]) =>
      `<table ${layout}>${names.map((name) => `<tr><td>${name}</td><td>$1</td></tr>`).join("")}</table>`;
    const html = rows("Tea", "Coffee") + rows("Sum", "Shipping and tax") + rows("Total");
    expect(await textOf(html)).toBe(
      "Tea     $1\nCoffee  $1\n\nSum               $1\nShipping and tax  $1\n\nTotal  $1",
    );
  });

  test("so does a table of tables of one row each, as React Email makes them", async () => {
    const row = (name: string) => `<table ${layout}><tr><td>${name}</td><td>$1</td></tr></table>`;
    const section = (...names: string[]) =>
      `<table ${layout}><tr><td>${names.map(row).join("")}</td></tr></table>`;
    expect(await textOf(section("Tea", "Coffee") + section("Sum", "Tax"))).toBe(
      "Tea     $1\nCoffee  $1\n\nSum  $1\nTax  $1",
    );
  });

  test("is recognised by a role, a caption or React Email's mark", async () => {
    const rows = "<tr><td>a text of some length</td><td>another text of some length</td></tr>";
    const wide = "a text of some length  another text of some length";
    expect(await textOf(`<table role="table">${rows}</table>`)).toBe(wide);
    expect(await textOf(`<table data-text-format="dataTable">${rows}</table>`)).toBe(wide);
    expect(await textOf(`<table><caption>c</caption>${rows}</table>`)).toBe(`c\n${wide}`);
  });

  test("may leave out its end tags", async () => {
    expect(await textOf("<table><tr><th>a<td>1<tr><th>bb<td>2</table>")).toBe("a   1\nbb  2");
  });
});

describe("a layout table", () => {
  test("flows, cell after cell", async () => {
    const html =
      `<table ${layout}><tr><td><p>Ship to</p><p>Ada</p></td>` +
      "<td><p>Bill to</p><p>Grace</p></td></tr></table>";
    expect(await textOf(html)).toBe("Ship to\n\nAda\n\nBill to\n\nGrace");
  });

  test("disappears around a single cell", async () => {
    const html = `<table ${layout}><tbody><tr><td><table ${layout}><tr><td>a</td></tr></table></td></tr></tbody></table>`;
    expect(await textOf(html)).toBe("a");
  });

  test("keeps a row that reads as data on a line, and lines it up with its neighbours", async () => {
    const row = (name: string, amount: string) =>
      `<table ${layout}><tbody><tr><td>${name}</td><td align="right">${amount}</td></tr></tbody></table>`;
    const html = `<p>Sum</p>${row("Item", "$10")}${row("Total with tax", "$100")}<p>Bye</p>`;
    expect(await textOf(html)).toBe("Sum\n\nItem             $10\nTotal with tax  $100\n\nBye");
  });

  test("keeps short cells on a line", async () => {
    const html = `<table ${layout}><tr><td>Home</td><td>Shop</td></tr></table>`;
    expect(await textOf(html)).toBe("Home  Shop");
  });

  test("puts links that do not fit one below the other", async () => {
    const link = (name: string) => `<td><a href="https://shop.example/${name}">${name}</a></td>`;
    const html = `<table ${layout}><tr>${link("news")}${link("about-us")}${link("imprint")}</tr></table>`;
    expect(await textOf(html)).toBe(
      "news: https://shop.example/news\nabout-us: https://shop.example/about-us\nimprint: https://shop.example/imprint",
    );
  });

  test("puts links one below the other, as they are not read across", async () => {
    const html =
      `<table ${layout}><tr><td><a href="https://x.y/1">X</a></td>` +
      '<td><a href="https://x.y/2">Y</a></td></tr></table>';
    expect(await textOf(html)).toBe("X: https://x.y/1\nY: https://x.y/2");
  });

  test.each([
    ["paragraphs", "<p>a</p><p>b</p>", "a\n\nb"],
    ["a rule", "<p>a</p><hr><p>b</p>", `a\n\n${"-".repeat(40)}\n\nb`],
    ["a link", "<p>a</p><a href='https://a.b'>b</a>", "a\n\nb: https://a.b"],
    ["text", "a <b>b</b> c", "a b c"],
    ["text beside a cell", "a<td>1</td>", "a  1"],
  ])("keeps what stands in a row without cells: %s", async (_what, content, text) => {
    for (const finish of [undefined, false] as const) {
      const options = { finish };
      const rows = [`<tr>${content}</tr>`, `<tbody><tr>${content}</tr></tbody>`];
      for (const row of rows) {
        expect(await textOf(`<table ${layout}>${row}</table>`, undefined, options)).toBe(text);
      }
    }
  });

  test("keeps what stands in a table without rows", async () => {
    const html = `<table ${layout}>a<tbody><p>b</p>c</tbody><td>d</td><td>1</td></table>`;
    expect(await textOf(html, undefined, { finish: false })).toBe("a\n\nb\n\nc\nd  1");
  });

  test("keeps a number beside its paragraphs", async () => {
    const html = `<table ${layout}><tr><td>1</td><td><p>First</p><p>Do it</p></td></tr></table>`;
    expect(await textOf(html)).toBe("1  First\n   Do it");
  });
});
