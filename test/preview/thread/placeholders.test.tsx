import {
  Body,
  Column,
  Head,
  Html,
  Link,
  Preview,
  Row,
  Section,
  Text,
} from "@react-email/components";
import Handlebars from "handlebars";
import { render } from "letterpress";
import Mustache from "mustache";
import type { ReactNode } from "react";
import { describe, expect, test } from "vitest";
import type { PlaceholderSyntax } from "../../../preview/thread/placeholders/syntax.ts";
import { writePlaceholders } from "../../../preview/thread/placeholders/write-placeholders.ts";

interface Line {
  readonly name: string;
  readonly price: string;
}
interface OrderProps {
  readonly customer: string;
  readonly order: {
    readonly number: number;
    readonly url: string;
    readonly lines: readonly Line[];
  };
}

const order: OrderProps = {
  customer: "Ada & Co",
  order: {
    number: 4711,
    url: "https://shop.example/orders/4711",
    lines: [
      { name: "Pen", price: "£2" },
      { name: "Ink <blue>", price: "£4" },
      { name: "Paper", price: "£9" },
    ],
  },
};

function Order({ customer, order: { number, url, lines } }: OrderProps): ReactNode {
  return (
    <Html>
      <Head />
      <Preview>{`Order ${number}`}</Preview>
      <Body>
        <Text>
          Thank you, <b>{customer}</b>
        </Text>
        <Section>
          {lines.map((line) => (
            <Row key={line.name}>
              <Column>{line.name}</Column>
              <Column>
                {line.price} for {customer}
              </Column>
            </Row>
          ))}
        </Section>
        <Link href={url}>Order {number}</Link>
      </Body>
    </Html>
  );
}

function write<Props extends object>(
  component: (props: Props) => ReactNode,
  props: Props,
  syntax: PlaceholderSyntax = "handlebars",
  others: readonly object[] = [],
) {
  return writePlaceholders(props, others, syntax, async (given) => ({
    ...(await render(component, given as never)),
    subject: "",
  }));
}

const entities = { quot: '"', "#x27": "'", "#39": "'", "#x2F": "/", "#x3D": "=", "#x60": "`" };
function normal(html: string): string {
  return (
    html
      // A preheader is filled up by its length.
      .replace(/(?:\p{Default_Ignorable_Code_Point}|&(?:nbsp|zwnj|#\d{3,});|\s)+/gu, " ")
      .replace(
        /&(quot|#x27|#39|#x2F|#x3D|#x60);/g,
        (_, name: keyof typeof entities) => entities[name],
      )
  );
}

describe("an email as a template", () => {
  test.each(["handlebars", "mustache"] as const)(
    "in %s, the real engine writes what the email writes",
    async (syntax) => {
      const { parts, faults } = await write(Order, order, syntax);
      expect(faults).toBeUndefined();
      const fill = (template = "", props: object) =>
        syntax === "handlebars"
          ? Handlebars.compile(template)(props)
          : Mustache.render(template, props);
      const [line] = order.order.lines;
      for (const lines of [
        order.order.lines,
        [line as Line],
        [...order.order.lines, line as Line],
      ]) {
        const props = { customer: "Zoë", order: { ...order.order, number: 7, lines } };
        const own = await render(Order, props);
        expect(normal(fill(parts?.html, props))).toBe(normal(own.html));
        const words = (text: string) => text.replace(/\s+/g, " ").trim();
        expect(words(fill(parts?.text, props))).toBe(words(own.text));
      }
    },
  );

  test("for Postmark, lists are #each, and what is outside them is reached by ../", async () => {
    const { parts } = await write(Order, order, "postmark");
    expect(parts?.html).toContain("{{#each order.lines}}<table");
    expect(parts?.html).toContain("{{price}} for {{../customer}}");
    expect(parts?.html).toContain('href="{{order.url}}"');
    expect(parts?.text).toContain("{{{order.number}}}");
  });

  test("lists of texts and lists in lists", async () => {
    const groups = [
      { title: "One", tags: ["a", "b"] },
      { title: "Two", tags: ["c", "d", "e"] },
    ];
    const props = { groups };
    function Groups({ groups: shown }: typeof props): ReactNode {
      return (
        <div>
          {shown.map(({ title, tags }) => (
            <section key={title}>
              <h2>{title}</h2>
              <ul>
                {tags.map((tag) => (
                  <li key={tag}>
                    {tag} in {title}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      );
    }
    const { parts, faults } = await write(Groups, props);
    expect(faults).toBeUndefined();
    expect(parts?.html).toContain("{{#each groups}}<section>");
    expect(parts?.html).toContain("{{#each tags}}<li>{{this}} in {{../title}}</li>{{/each}}");
    expect(Handlebars.compile(parts?.html)(props)).toBe((await render(Groups, props)).html);
  });
});

describe("is refused, by the name of the prop, where the code", () => {
  const cases: readonly [string, (props: never) => ReactNode, object, RegExp][] = [
    [
      "counts",
      ({ count }: { readonly count: number }) => <p>{count === 1 ? "1 item" : `${count} items`}</p>,
      { count: 3 },
      /^props\.count:/,
    ],
    [
      "computes",
      ({ cents }: { readonly cents: number }) => <p>{(cents / 100).toFixed(2)}</p>,
      { cents: 1250 },
      /^props\.cents:/,
    ],
    [
      "compares a text",
      ({ plan }: { readonly plan: string }) => <p>{plan === "pro" ? "Thanks!" : plan}</p>,
      { plan: "pro" },
      /^props\.plan:/,
    ],
    [
      "formats a date",
      ({ at }: { readonly at: string }) => <p>{new Date(at).toISOString().slice(0, 10)}</p>,
      { at: "2026-03-14T10:00:00Z" },
      /^props\.at:/,
    ],
    [
      "shows what a flag says",
      ({ isGift }: { readonly isGift: boolean }) => <p>{isGift ? "A gift" : "An order"}</p>,
      { isGift: true },
      /^props\.isGift:/,
    ],
    [
      "takes a URL apart",
      ({ url }: { readonly url: string }) => <p>{new URL(url).pathname}</p>,
      { url: "https://shop.example/a/b" },
      /^props\.url:/,
    ],
    [
      "treats the last item otherwise",
      ({ items }: { readonly items: readonly string[] }) => (
        <ul>
          {items.map((item, at) => (
            <li key={item} className={at === items.length - 1 ? "last" : "item"}>
              {item}
            </li>
          ))}
        </ul>
      ),
      { items: ["a", "b", "c"] },
      /props\.items/,
    ],
    [
      "joins a list",
      ({ items }: { readonly items: readonly string[] }) => <p>{items.join(", ")}</p>,
      { items: ["a", "b", "c"] },
      /props\.items/,
    ],
    [
      "writes braces itself",
      ({ name }: { readonly name: string }) => (
        <p>
          {"{{"}
          {name}
        </p>
      ),
      { name: "Ada" },
      /writes \{\{ itself/,
    ],
  ];
  test.each(cases)("%s", async (_, component, props, message) => {
    const { faults } = await write(component as (given: object) => ReactNode, props);
    expect(faults?.join("\n")).toMatch(message);
  });

  test("needs a prop that the item of a list hides in Mustache, and nowhere else", async () => {
    interface TagsProps {
      readonly name: string;
      readonly tags: readonly { readonly name: string }[];
    }
    const Tags = ({ name, tags }: TagsProps) => (
      <ul>
        {tags.map((tag) => (
          <li key={tag.name}>
            {tag.name} of {name}
          </li>
        ))}
      </ul>
    );
    const props = { name: "Ada", tags: [{ name: "a" }, { name: "b" }] };
    const { faults } = await write(Tags, props, "mustache");
    expect(faults?.join()).toMatch(/^props\.name: .*props\.tags\[\]\.name/);
    expect((await write(Tags, props)).parts?.html).toContain("{{name}} of {{../name}}");
  });

  test("branches on a text that another variant has", async () => {
    const Status = ({ status }: { readonly status: string }) => (
      <p>{status === "late" ? "Sorry" : status}</p>
    );
    const { faults } = await write(Status, { status: "sent" }, "mustache", [{ status: "late" }]);
    expect(faults?.join()).toMatch(/^props\.status:/);
  });
});
