import { code, link, links } from "letterpress/testing";
import { describe, expect, test } from "vitest";

function mail({ html, text }: { readonly html?: string; readonly text?: string }) {
  return { html, text };
}

describe("links()", () => {
  test("reads those of the HTML, decoded, with the words that are clicked", () => {
    const html = `
      <style>a { content: "<a href='https://no.test'>no</a>" }</style>
      <!-- <a href="https://no.test">no</a> -->
      <a href="https://shop.test/verify?a=1&amp;b=2"><span>Verify</span>
        &nbsp;address</a>
      <a href='mailto:help@shop.test'>Write</a> <a name="anchor">no link</a>
      <A HREF=https://shop.test/logo><img src="x" alt="Shop &amp; Co"></A>
      <a href="https://shop.test/?q=<script>alert(1)</script>">odd</a>`;
    expect(links(mail({ html }))).toEqual([
      { href: "https://shop.test/verify?a=1&b=2", text: "Verify address" },
      { href: "mailto:help@shop.test", text: "Write" },
      { href: "https://shop.test/logo", text: "Shop & Co" },
      { href: "https://shop.test/?q=<script>alert(1)</script>", text: "odd" },
    ]);
  });

  test("adds those that only the text has, without the punctuation of the sentence", () => {
    const found = links(
      mail({
        html: `<a href="https://a.test/">A</a>`,
        text: "A: https://a.test/\nSee https://b.test/x(y)?z=1. (Or <https://c.test>, http://d.test/!)",
      }),
    );
    expect(found.map(({ href }) => href)).toEqual([
      "https://a.test/",
      "https://b.test/x(y)?z=1",
      "https://c.test",
      "http://d.test/",
    ]);
  });

  test.each([
    ["请点击https://shop.test/c，谢谢", ["https://shop.test/c"]],
    ["こちら https://shop.test/a。", ["https://shop.test/a"]],
    ["（https://shop.test/b）です", ["https://shop.test/b"]],
    ["https://shop.test/l、https://shop.test/m", ["https://shop.test/l", "https://shop.test/m"]],
    ["Siehe „https://shop.test/d“.", ["https://shop.test/d"]],
    ["«https://shop.test/e»", ["https://shop.test/e"]],
    ["اضغط https://shop.test/q، شكرا", ["https://shop.test/q"]],
    ["هل رأيت https://shop.test/q؟", ["https://shop.test/q"]],
    ["链接：https://shop.test/a?x=1&y=2；谢谢！", ["https://shop.test/a?x=1&y=2"]],
    [
      "『https://shop.test/b』【https://shop.test/c】",
      ["https://shop.test/b", "https://shop.test/c"],
    ],
    ["https://shop.test/aをクリック", ["https://shop.test/a"]],
    ["https://shop.test/a를 클릭", ["https://shop.test/a"]],
    ["点击https://shop.test/查看", ["https://shop.test/"]],
    ["https://ja.test/wiki/日本 を見る", ["https://ja.test/wiki/日本"]],
    ["https://例え.jp/製品", ["https://例え.jp/製品"]],
    [
      "https://shop.test/größe und https://shop.test/?q=東京&p=1",
      ["https://shop.test/größe", "https://shop.test/?q=東京&p=1"],
    ],
    [
      "＜https://shop.test/c＞…https://shop.test/d…",
      ["https://shop.test/c", "https://shop.test/d"],
    ],
  ])("ends an address where the sentence goes on: %s", (text, expected) => {
    expect(links(mail({ text })).map(({ href }) => href)).toEqual(expected);
  });

  test("finds none in a message without bodies", () => {
    expect(links(mail({}))).toEqual([]);
  });
});

describe("link()", () => {
  const message = mail({
    html: `<a href="https://a.test/1">One</a><a href="https://a.test/2">Two</a>`,
  });

  test.each([["Two"], [/^two$/i], ["/2"], [/2$/]])("finds %s by words or address", (like) => {
    expect(link(message, like).href).toBe("https://a.test/2");
  });

  test("names what there is when nothing fits", () => {
    expect(() => link(message, "three")).toThrow(
      "Cannot find a link like three: the message has these:\n  - One <https://a.test/1>\n  - Two <https://a.test/2>",
    );
    expect(() => link(mail({}), /x/)).toThrow("Cannot find a link like /x/: the message has none");
  });
});

describe("code()", () => {
  test.each([
    ["alone on its line", "Hello Ada,\n\n482913\n\nIt is valid for 10 minutes.", "482913"],
    ["in a sentence", "Your verification code is 4821.", "4821"],
    ["in two groups", "Your code:\n\n482 913\n", "482913"],
    ["with a hyphen", "Passcode: 482-913", "482-913"],
    ["letters and digits", "Enter the code A1B2C3 to go on", "A1B2C3"],
    ["letters in groups", "One-time code\nXK7D-92QP", "XK7D-92QP"],
    ["beside a year", "Your code is 482913.\n© 2026 Shop", "482913"],
    ["that looks like a year", "Your PIN: 2024\nOrder 10482 of 1999", "2024"],
    ["beside an order's number", "Order #10482\nPrice $1200\nYour code is 7777", "7777"],
    ["below an order that is confirmed", "Order 10428 confirmed\nYour code is 7777", "7777"],
    ["beside an address with digits", "Code 482913 or https://a.test/verify/111111", "482913"],
    ["repeated", "482913 is your code.\nEnter 482913 within 10 minutes", "482913"],
    ["beside a price", "Total 1200.50 and 1,299\nCode: 482913", "482913"],
    ["in Chinese", "您的验证码是482913，十分钟内有效。订单号：10428", "482913"],
    ["in full-width digits", "您的验证码是４８２９１３，十分钟内有效。", "482913"],
    ["behind a colon", "验证码:482913", "482913"],
    ["in Taiwan", "您的驗證碼為「482913」", "482913"],
    ["in Japanese", "ご注文番号 10428\n認証番号は 4829 です", "4829"],
    ["in Japanese, full-width", "合計12000円\nワンタイムパスワード\n４８２－９１３", "482-913"],
    ["in Korean", "주문번호 10428\n인증번호[482913]를 입력하세요", "482913"],
    ["in Arabic", "رمز التحقق الخاص بك هو 482913، صالح لمدة 10 دقائق", "482913"],
    ["in Arabic digits", "رمز التحقق: ٤٨٢٩١٣\nرقم الطلب ١٠٤٢٨", "482913"],
    ["in Persian", "کد تایید شما: ۴۸۲۹۱۳", "482913"],
    ["in Russian", "Ваш код подтверждения: 482913. Заказ № 10428", "482913"],
    ["in German", "Ihr Bestätigungscode lautet 482913. Bestellung 10428", "482913"],
    ["behind an address", "https://a.test/111111。验证码：482913", "482913"],
  ])("reads a code %s", (_name, text, expected) => {
    expect(code(mail({ text }))).toBe(expected);
  });

  test("reads the words of the HTML where there is no text", () => {
    const html = `<style>.c123456{}</style><p>Your code</p><td style="color:#482913">48&#50;913</td>`;
    expect(code(mail({ html }))).toBe("482913");
  });

  test("reads one among very many numbers", () => {
    const text = `${"1234 ".repeat(200_000)}\nYour code is 482913`;
    expect(code(mail({ text }))).toBe("482913");
  });

  test("says so when there is none, or when it cannot be told", () => {
    expect(() => code(mail({ text: "No numbers, 12 or 123." }))).toThrow("Cannot find a code");
    expect(() => code(mail({ text: "Codes: 1234 and 5678" }))).toThrow(
      "Cannot tell the code: it may be any of 1234, 5678",
    );
  });
});
