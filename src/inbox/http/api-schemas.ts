const string = { type: "string" };
const integer = { type: "integer" };
const boolean = { type: "boolean" };
const orNull = (type: string) => ({ type: [type, "null"] });
const list = (items: object) => ({ type: "array", items });
const object = (properties: Readonly<Record<string, object>>) => ({
  ...{ type: "object", properties, required: Object.keys(properties) },
});

const address = {
  ...{ type: "object", required: ["address"] },
  properties: { name: string, address: string },
};

const summary = {
  id: string,
  mailbox: string,
  stream: string,
  from: { anyOf: [address, { type: "null" }] },
  to: list(address),
  cc: list(address),
  subject: string,
  tag: orNull("string"),
  snippet: { ...string, description: "First words, as a list shows them" },
  envelope: object({ from: string, to: list(string) }),
  receivedAt: { ...string, format: "date-time" },
  sizeBytes: integer,
  isRead: boolean,
  attachmentCount: integer,
  problems: { ...list(string), description: "Codes of what the real Postmark would not take" },
};

/** Schemas of what the API answers (JSON Schema 2020-12). */
export const apiSchemas = {
  Error: object({ error: string }),
  Mark: object({ read: boolean }),
  MessageSummary: object(summary),
  MessageList: object({
    total: { ...integer, description: "How many fit, listed or not" },
    messages: list({ $ref: "#/components/schemas/MessageSummary" }),
  }),
  Delivered: object({ html: orNull("string"), text: orNull("string") }),
  Message: object({
    ...summary,
    messageId: orNull("string"),
    replyTo: list(address),
    html: orNull("string"),
    text: orNull("string"),
    metadata: { type: "object", additionalProperties: string },
    tracking: { type: "object", properties: { opens: boolean, links: string } },
    links: {
      ...list(object({ href: string, text: string })),
      description: "The first five hundred",
    },
    linkCount: { type: "integer", description: "How many links were found, those not listed too" },
    isComplete: {
      ...boolean,
      description: "False where the message is too long to find all of its links and codes",
    },
    codes: { ...list(string), description: "What is likely a one-time code" },
    headers: list(object({ name: string, value: string })),
    problems: list(object({ code: string, effect: string, message: string })),
    recipients: list({
      ...{ type: "object", required: ["address", "outcome"] },
      properties: { address: string, outcome: string, bounceType: string },
    }),
    attachments: list(
      object({
        filename: string,
        contentType: string,
        contentId: orNull("string"),
        inline: boolean,
        sizeBytes: integer,
      }),
    ),
    conversation: list(object({ from: string, text: string })),
  }),
} as const;
