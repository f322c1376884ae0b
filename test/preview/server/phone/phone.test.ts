import { networkInterfaces } from "node:os";
import { expect, test } from "vitest";
import type { PhoneCode, PhoneState } from "../../../../preview/protocol/index.ts";
import { findPhoneAddress } from "../../../../preview/server/phone/phone-address.ts";
import { codeMs, createPhonePasses } from "../../../../preview/server/phone/phone-passes.ts";
import { openPreview } from "../open-preview.ts";

const files = {
  "emails/order.tsx": `
    export default function Order({ who }) { return <p>Hello {who} <img src="/static/logo.png" alt="Logo"/></p>; }
    Order.PreviewProps = { who: "<Ada>" };
  `,
  "emails/static/logo.png": "a picture",
};

/** A preview that lets phones in, and a phone with no more than an address. */
async function openWithPhone() {
  const preview = await openPreview(files, { phone: "127.0.0.1" });
  const newCode = (email = { id: "order", variant: "default" }) =>
    preview.json<PhoneCode>("/api/phone/code", {
      method: "POST",
      headers: { "x-letterpress": "1", "content-type": "application/json" },
      body: JSON.stringify(email),
    });
  const { origin } = await preview.json<PhoneState>("/api/phone");
  return { preview, newCode, origin: origin ?? "" };
}

/** Opens an address as a browser does that keeps its cookie. */
async function scan(url: string): Promise<{ readonly status: number; readonly cookie: string }> {
  const answer = await fetch(url, { redirect: "manual" });
  const cookie = answer.headers.get("set-cookie")?.replace(/;.*/, "") ?? "";
  return { status: answer.status, cookie };
}

test("a code lets one device in, once, and it sees the email, its pictures and its changes", async () => {
  const { preview, newCode, origin } = await openWithPhone();
  const { url, svg, seconds } = await newCode();
  expect(svg).toMatch(/^<svg/);
  expect(seconds).toBe(600);
  const events = await preview.events();
  const { status, cookie } = await scan(url);
  expect(status).toBe(303);
  await events.next("phone");
  expect((await scan(url)).status).toBe(403);

  const get = (path: string) => fetch(origin + path, { headers: { cookie } });
  const page = await get("/emails/order?variant=default");
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('src="/frame/order?variant=default"');
  expect(await (await get("/frame/order")).text()).toContain("Hello &lt;Ada&gt;");
  expect(await (await get("/static/logo.png")).text()).toBe("a picture");

  const stream = await get("/changes");
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain("retry");
  preview.write("emails/order.tsx", files["emails/order.tsx"].replace("Hello", "Goodbye"));
  expect((await reader?.read())?.value).toContain("data: changed");
  expect(await (await get("/frame/order")).text()).toContain("Goodbye");
});

test("a phone sees emails, and reaches nothing else", async () => {
  const { preview, newCode, origin } = await openWithPhone();
  const { cookie } = await scan((await newCode()).url);
  const headers = { cookie, "x-letterpress": "1" };
  const { api } = preview.server.config.plugins.find(({ name }) => name === "letterpress") ?? {};
  const routes: readonly { readonly method: string; readonly path: string }[] = api?.routes();
  expect(routes.length).toBeGreaterThan(20);
  for (const { method, path } of routes) {
    const address = path.replace(/:\w+\+?/g, "order");
    const answer = await fetch(origin + address, { method, headers });
    expect([method, address, answer.status]).toEqual([
      method,
      address,
      method === "GET" ? 404 : 405,
    ]);
  }
  for (const path of ["/inbox", "/activity", "/@vite/client", "/src/index.ts", "/package.json"]) {
    expect([path, (await fetch(origin + path, { headers })).status]).toEqual([path, 404]);
  }
  expect((await fetch(`${origin}//`, { headers })).status).toBe(400);
});

test("who has no code sees nothing", async () => {
  const { newCode, origin } = await openWithPhone();
  await newCode();
  for (const path of ["/", "/emails/order", "/frame/order", "/static/logo.png", "/changes"]) {
    const plain = await fetch(origin + path);
    const guessed = await fetch(origin + path, { headers: { cookie: "letterpress-phone=guess" } });
    expect([path, plain.status, guessed.status]).toEqual([path, 403, 403]);
    expect(await plain.text()).not.toMatch(/emails\/|Ada|\.tsx/);
  }
  expect((await scan(`${origin}/open?code=guess&id=order`)).status).toBe(403);
});

test("a page whose name was bent to this address is refused", async () => {
  const { newCode, origin } = await openWithPhone();
  const { url } = await newCode();
  const { port } = new URL(origin);
  const answer = await fetch(url.replace("127.0.0.1", "localhost"), { redirect: "manual" });
  expect([answer.status, answer.headers.get("set-cookie")]).toEqual([403, null]);
  expect(await answer.text()).toContain(`http://127.0.0.1:${port}`);
});

test("all devices are sent away at once, and a new code makes the one before worthless", async () => {
  const { preview, newCode, origin } = await openWithPhone();
  const old = await newCode();
  const { cookie } = await scan((await newCode()).url);
  expect((await scan(old.url)).status).toBe(403);
  expect((await preview.json<PhoneState>("/api/phone")).devices).toBe(1);
  await preview.request("/api/phone", { method: "DELETE", headers: { "x-letterpress": "1" } });
  expect((await preview.json<PhoneState>("/api/phone")).devices).toBe(0);
  expect((await fetch(`${origin}/emails/order`, { headers: { cookie } })).status).toBe(403);
});

test("without --host nothing is opened, and a code is refused with what switches it on", async () => {
  const preview = await openPreview(files);
  expect((await preview.json<PhoneState>("/api/phone")).origin).toBeNull();
  const answer = await preview.request("/api/phone/code", {
    ...{ method: "POST", body: "{}", headers: { "x-letterpress": "1" } },
  });
  expect([answer.status, await answer.text()]).toEqual([
    409,
    expect.stringContaining("letterpress dev --host"),
  ]);
});

test("a code is too old after ten minutes", () => {
  let now = 0;
  const passes = createPhonePasses(() => now);
  const code = passes.newCode();
  now = codeMs + 1;
  expect(passes.spend(code)).toBeUndefined();
  expect(passes.spend("")).toBeUndefined();
  const fresh = passes.newCode();
  expect(passes.knows(passes.spend(fresh) ?? "")).toBe(true);
});

test("only one address of this machine can be named", () => {
  expect(findPhoneAddress("127.0.0.1")).toBe("127.0.0.1");
  expect(() => findPhoneAddress("0.0.0.0")).toThrow(/"0\.0\.0\.0" is no IPv4 address of this/);
  expect(() => findPhoneAddress("phone.local")).toThrow(/it has .*127\.0\.0\.1/);
  const hasNetwork = Object.values(networkInterfaces()).some((list) =>
    list?.some(({ internal, family }) => !internal && family === "IPv4"),
  );
  if (hasNetwork) expect(findPhoneAddress("auto")).toMatch(/^\d+(\.\d+){3}$/);
  else expect(() => findPhoneAddress("auto")).toThrow(/no IPv4 address on a network/);
});
