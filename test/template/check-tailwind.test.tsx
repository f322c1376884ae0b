import * as one from "@react-email/components";
import { createRenderer } from "letterpress";
import { createElement, type ReactNode } from "react";
import { expect, test } from "vitest";

/** As `@react-email/tailwind` does it with a compiler that it does not understand. */
function Tailwind({ children }: { readonly children?: ReactNode }) {
  const [html] = [children].flat() as React.ReactElement<{ children: ReactNode }>[];
  return createElement(
    "html",
    {},
    createElement("head", {}, createElement("style", {}, "")),
    createElement("body", { style: { display: "none" } }, html?.type === "html" ? null : "x"),
  );
}

const Mail = ({ library }: { readonly library: { readonly Tailwind: typeof Tailwind } }) => (
  <library.Tailwind>
    <html lang="en">
      <head />
      <body className="dark:bg-black">Hi</body>
    </html>
  </library.Tailwind>
);

test("a Tailwind that inlines its variants is told once, with what puts it right", async () => {
  const { render } = createRenderer();
  const { warnings } = await render(Mail, { library: { Tailwind } });
  expect(warnings?.filter(({ code }) => code === "tailwind-compiler")).toEqual([
    {
      code: "tailwind-compiler",
      message: expect.stringContaining('"overrides": { "tailwindcss": "4.3.2" }'),
    },
  ]);
  expect((await render(Mail, { library: { Tailwind } })).warnings).toBeUndefined();
});

test("one that works is not, whether or not an email uses variants", async () => {
  const { render } = createRenderer();
  const plain = () => (
    <one.Tailwind>
      <one.Html>
        <one.Head />
        <one.Body className="bg-white">Hi</one.Body>
      </one.Html>
    </one.Tailwind>
  );
  expect((await render(plain)).warnings).toBeUndefined();
  expect((await render(Mail, { library: one as never })).warnings).toBeUndefined();
});
