import type { Tool } from "../tool.ts";
import { checkEmail } from "./check-tools.ts";
import { describeEmail, exampleProps, listEmails, renderEmail } from "./email-tools.ts";
import { listMessages, readMessage, sendEmail, waitForMessage } from "./mail-tools.ts";
import { outboxStatus } from "./outbox-tools.ts";
import { screenshotEmail } from "./screenshot-tool.ts";

/** All tools, in the order in which they are of use. */
export const tools: readonly Tool[] = [
  ...[listEmails, describeEmail, exampleProps, renderEmail, screenshotEmail, checkEmail],
  ...[sendEmail, waitForMessage, listMessages, readMessage, outboxStatus],
];
