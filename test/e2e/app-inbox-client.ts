import nodemailer from "nodemailer";
import type { InboxList } from "../../preview/protocol/index.ts";
import type { TestPreview } from "../preview/server/open-preview.ts";

/** Another program that sends into the inbox. */
export async function clientOf(
  preview: TestPreview,
  auth?: { readonly user: string; readonly pass: string },
) {
  const { smtpUrl } = await preview.json<InboxList>("/api/inbox");
  const { port } = new URL(smtpUrl);
  return nodemailer.createTransport({
    port: Number(port),
    tls: { rejectUnauthorized: false },
    ...(auth ? { auth } : {}),
  });
}
