/** Mail that stands in the inbox of the pictures, oldest first. */
const mail = [
  { emailId: "account/welcome", variant: "default", to: ["Ada Lovelace <ada@example.com>"] },
  {
    emailId: "orders/shipping-notice",
    variant: "default",
    to: ["Grace Hopper <grace@example.com>"],
  },
  { emailId: "account/magic-link", variant: "default", to: ["Ada Lovelace <ada@example.com>"] },
  { emailId: "team/invitation", variant: "default", to: ["Katherine Johnson <kj@example.com>"] },
  {
    emailId: "orders/order-confirmation",
    variant: "default",
    to: ["Ada Lovelace <ada@example.com>"],
  },
];

/** Sends a few emails into the preview's own inbox. */
export async function fillInbox(url: string): Promise<void> {
  for (const body of mail) {
    const response = await fetch(`${url}/api/send`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-letterpress": "1" },
      body: JSON.stringify(body),
    });
    const result = (await response.json()) as { status?: string; message?: string };
    if (result.status !== "sent") {
      throw new Error(`Cannot fill the inbox: ${body.emailId} was not sent: ${result.message}`);
    }
  }
}
