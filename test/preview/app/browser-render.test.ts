import { describe, expect, test } from "vitest";
import {
  createBrowserRenderer,
  type RenderWorker,
} from "../../../preview/app/data/browser-render.ts";
import type { EmailQuery, EmailView, RenderSuccess } from "../../../preview/protocol/index.ts";

const exported: RenderSuccess = {
  status: "rendered",
  subject: "Hello Ada",
  preheader: "",
  from: "Shop <shop@shop.example>",
  html: "<p>Ada</p>",
  text: "Ada",
  htmlBytes: 10,
  renderMs: 0,
};
const plain: EmailView = {
  id: "a",
  file: "emails/a.tsx",
  variants: [{ name: "default", slug: "default" }],
  variant: "default",
  locales: [],
  revision: 1,
  result: exported,
};
const query: EmailQuery = { id: "a", variant: "default", locale: null, props: `{"name":"Grace"}` };

/** A worker whose emails greet whom they are told, in words of its own. */
function workerSaying(word: string) {
  const asked: EmailQuery[] = [];
  const worker: RenderWorker = {
    async ask(one) {
      asked.push(one);
      const { name = "Ada" } = JSON.parse(one.props ?? "{}");
      if (name === "") {
        return { status: "failed", phase: "render", message: "no name", issues: [] };
      }
      const { from: _, renderMs: __, ...rest } = exported;
      return { ...rest, subject: `${word} ${name}`, html: `<p>${name}</p>`, text: name };
    },
  };
  return { asked, worker };
}

describe("a render in the browser", () => {
  test("is shown where the browser gives what the server gave, which is looked at once", async () => {
    const { asked, worker } = workerSaying("Hello");
    const renderer = createBrowserRenderer(worker);
    const view = await renderer.view(query, plain);
    expect(view.result).toMatchObject({
      subject: "Hello Grace",
      html: "<p>Grace</p>",
      renderMs: 0,
    });
    expect(view.result).toMatchObject({ from: exported.from });
    await renderer.view({ ...query, props: `{"name":"Bob"}` }, plain);
    expect(asked.map(({ props }) => props)).toEqual([null, query.props, `{"name":"Bob"}`]);
  });

  test("is not shown where it comes out otherwise, and what was exported stands behind", async () => {
    const { asked, worker } = workerSaying("Hi");
    const { result } = await createBrowserRenderer(worker).view(query, plain);
    expect(result).toMatchObject({
      status: "failed",
      message: expect.stringMatching(/^Props of "a" cannot be edited in this export: it comes out/),
      lastGood: exported,
    });
    expect(asked).toHaveLength(1);
  });

  test("that fails says why", async () => {
    const renderer = createBrowserRenderer(workerSaying("Hello").worker);
    const { result } = await renderer.view({ ...query, props: `{"name":""}` }, plain);
    expect(result).toMatchObject({ status: "failed", message: "no name", lastGood: exported });
  });
});
