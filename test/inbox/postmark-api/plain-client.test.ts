import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { openApp } from "../webhooks/open-app.ts";
import { until } from "../webhooks/until.ts";
import { openPostmark } from "./open-postmark.ts";

interface Answer {
  readonly status: number;
  readonly body: object;
}

test("a client of another language sends, searches and sets up as at Postmark", async () => {
  const { api, inbox } = await openPostmark();
  const app = await openApp();
  const script = `${import.meta.dirname}/plain_client.py`;
  const { stdout } = await promisify(execFile)("python3", [script, api.postmarkUrl, app.url]);
  const answers: Record<string, Answer> = JSON.parse(stdout);
  const body = (name: string) => answers[name]?.body;
  expect(body("send")).toMatchObject({ ErrorCode: 0, Message: "OK" });
  expect(inbox.list().map(({ subject }) => subject)).toEqual(["Grüße", "Grüße"]);
  expect(body("batch")).toMatchObject([{ ErrorCode: 0 }, { ErrorCode: 300 }]);
  expect(answers.inactive).toMatchObject({ status: 422, body: { ErrorCode: 406 } });
  expect(body("search")).toMatchObject({
    TotalCount: 1,
    Messages: [{ Metadata: { order: "42" } }],
  });
  expect(body("bounces")).toMatchObject({ TotalCount: 1, Bounces: [{ TypeCode: 1 }] });
  expect(body("stream")).toMatchObject({ ID: "news" });
  expect(body("streams")).toMatchObject({ TotalCount: 4 });
  expect(body("suppressed")).toMatchObject({ Suppressions: [{ Status: "Suppressed" }] });
  expect(body("suppressions")).toMatchObject({
    Suppressions: [{ SuppressionReason: "HardBounce" }, { EmailAddress: "eve@example.com" }],
  });
  expect(body("reactivated")).toMatchObject({ Suppressions: [{ Status: "Deleted" }] });
  expect(body("server")).toMatchObject({ SmtpApiActivated: true });
  expect(body("statistics")).toMatchObject({ Sent: 2, Bounced: 1 });
  expect(body("domains")).toMatchObject({ TotalCount: 0 });
  expect(answers.wrong).toMatchObject({ status: 401, body: { ErrorCode: 10 } });
  expect(body("webhook")).toMatchObject({ Url: app.url, MessageStream: "outbound" });
  await until(() => expect(app.got).toHaveLength(2));
  expect(app.got.map(({ payload }) => payload.RecordType)).toEqual(["Delivery", "Delivery"]);
});
