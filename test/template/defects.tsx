import {
  Body,
  Button,
  Container,
  Head,
  Html,
  Img,
  Preview,
  Tailwind,
  Text,
} from "@react-email/components";
import type { ReactElement } from "react";

/** Something that React Email's packages get wrong. */
export interface Defect {
  readonly name: string;
  /** The smallest email that shows it. */
  readonly element: ReactElement;
  /** What is still wrong in finished HTML; empty when it is put right. */
  readonly find: (html: string) => readonly string[];
}

const styles = (html: string) =>
  [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css = ""]) => css);
const styleAttributes = (html: string) =>
  [...html.matchAll(/ style="([^"]*)"/g)].map(([, css = ""]) => css);
const matches = (texts: readonly string[], pattern: RegExp) =>
  texts.flatMap((text) => text.match(pattern) ?? []);
const isOnce = (html: string, part: string) => {
  const times = html.split(part).length - 1;
  return times === 1 ? [] : [`${part} stands ${times} times`];
};

function TailwindEmail({ children }: { readonly children: ReactElement }) {
  return (
    <Html>
      <Tailwind>
        <Head />
        <Body>{children}</Body>
      </Tailwind>
    </Html>
  );
}

/** A row of the table of defects each. */
export const htmlDefects: readonly Defect[] = [
  {
    name: "React's own comments",
    element: (
      <Html>
        <Head />
        <Body>
          <Text>
            Hi {"Ada"} and {"Grace"}
          </Text>
        </Body>
      </Html>
    ),
    find: (html) => html.match(/<!--(?: |\/?[$&].*?|F!?|html|head|body)-->/g) ?? [],
  },
  {
    name: "preloads of images",
    element: (
      <Html>
        <Head />
        <Body>
          <Img src="https://shop.example/a.png" alt="" />
        </Body>
      </Html>
    ),
    find: (html) => html.match(/<link[^>]*preload[^>]*>/g) ?? [],
  },
  {
    name: "nested rules",
    element: (
      <TailwindEmail>
        <Container className="sm:p-4 dark:md:hover:p-8">x</Container>
      </TailwindEmail>
    ),
    find: (html) => matches(styles(html), /\{[^{}]*@media|\{[^{}]*&|@media[^{]*\{@media/g),
  },
  {
    name: "range media queries",
    element: (
      <TailwindEmail>
        <Container className="md:p-4 max-sm:p-2">x</Container>
      </TailwindEmail>
    ),
    find: (html) => matches(styles(html), /@media[^{]*[<>=][^{]*|@media[^{]*\bnot \([^{]*/g),
  },
  {
    name: "values that Gmail and Outlook do not parse",
    element: (
      <TailwindEmail>
        <Container className="rounded-full bg-black/50 shadow-lg ring-2 blur-sm dark:bg-white/10 sm:rounded-full sm:shadow-lg tabular-nums transition">
          <Text style={{ color: "oklch(0.7 0.1 200)", background: "rgb(0 0 0 / 50%)" }}>x</Text>
        </Container>
      </TailwindEmail>
    ),
    find: (html) =>
      matches(
        [...styles(html), ...styleAttributes(html)],
        /--tw-[\w-]*|infinity|e\+?38px|\b(?:ok)?l(?:ab|ch)\([^)]*\)|(?:rgb|hsl)a?\([^,)]*\)|rgb\([^)]*,[^)]*,[^)]*,[^)]*\)/g,
      ),
  },
  {
    name: "no viewport",
    element: (
      <Html>
        <Head />
        <Body>x</Body>
      </Html>
    ),
    find: (html) => isOnce(html, '<meta name="viewport"'),
  },
  {
    name: "no colour scheme",
    element: (
      <Html>
        <Head />
        <Body>x</Body>
      </Html>
    ),
    find: (html) => [
      ...isOnce(html, '<meta name="color-scheme"'),
      ...isOnce(html, '<meta name="supported-color-schemes"'),
    ],
  },
  {
    name: "no resolution for Outlook",
    element: (
      <Html>
        <Head />
        <Body>x</Body>
      </Html>
    ),
    find: (html) => isOnce(html, "<o:PixelsPerInch>96</o:PixelsPerInch>"),
  },
  {
    name: "no namespaces for Outlook",
    element: (
      <Html>
        <Head />
        <Body>x</Body>
      </Html>
    ),
    find: (html) => [
      ...isOnce(html, 'xmlns:v="urn:schemas-microsoft-com:vml"'),
      ...isOnce(html, 'xmlns:o="urn:schemas-microsoft-com:office:office"'),
    ],
  },
  {
    name: "a body in another language than the document",
    element: (
      <html lang="ar" dir="rtl">
        <head />
        <body lang="en" dir="ltr">
          x
        </body>
      </html>
    ),
    find: (html) => {
      const [document = "", body = ""] = html.match(/<(?:html|body)[^>]*>/g) ?? [];
      return ["lang", "dir"].filter((name) => {
        const value = (tag: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
        return value(document) !== value(body);
      });
    },
  },
  {
    name: "a preheader padded with kilobytes",
    element: (
      <Html>
        <Head />
        <Body>
          <Preview>Hello</Preview>x
        </Body>
      </Html>
    ),
    find: (html) => {
      const padding = html.match(/(?:\u034f|[\u00a0\u200b-\u200f\ufeff]){20,}/gu)?.join("") ?? "";
      return Buffer.byteLength(padding) > 600 ? [`${Buffer.byteLength(padding)} octets`] : [];
    },
  },
  {
    name: "pretty HTML",
    element: (
      <Html>
        <Head />
        <Body>
          <Button href="https://shop.example" style={{ padding: 10 }}>
            Go
          </Button>
        </Body>
      </Html>
    ),
    find: (html) =>
      html.replace(/<style[\s\S]*?<\/style>|<pre[\s\S]*?<\/pre>/g, "").match(/>\n\s*</g) ?? [],
  },
];
