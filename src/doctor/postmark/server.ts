import { isPostmarkApiError } from "../../postmark-api/postmark-api-error.ts";
import { defineCheck } from "../define-check.ts";
import { orThrow, textOf, toAnswer } from "./answer.ts";

/** Whether the server token is one, and of a server that delivers. @see https://postmarkapp.com/developer/api/server-api */
export const serverCheck = defineCheck({
  ...{ id: "server", group: "postmark", subject: "Server" },
  applies: ({ server }) => server !== undefined,
  async run({ server, accountByServerToken }) {
    try {
      const answer = toAnswer(await orThrow(server).get("/server"));
      const name = textOf(answer, "Name");
      if (textOf(answer, "DeliveryType") === "Sandbox") {
        return {
          status: "warning",
          message: `${name} is a sandbox: Postmark takes its mail and delivers none of it`,
          fix: "use the token of a live server; a server stays what it was made as",
        };
      }
      return { status: "ok", message: `${name}, live; the token is right` };
    } catch (error) {
      if (!isPostmarkApiError(error) || error.status !== 401) throw error;
      const isAccount = await takes(accountByServerToken);
      return {
        status: "error",
        message: isAccount
          ? "the server token is an account token, which cannot send mail"
          : "Postmark does not know the server token",
        fix: "copy it again from the page API Tokens of the server",
      };
    }
  },
});

async function takes(account: Parameters<typeof orThrow>[0]): Promise<boolean> {
  try {
    await account?.get("/servers", { count: 1, offset: 0 });
    return account !== undefined;
  } catch {
    return false;
  }
}
