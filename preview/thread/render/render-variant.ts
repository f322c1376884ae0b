import type { AddressInput } from "../../../src/message/message.ts";
import type { RenderSuccess } from "../../protocol/index.ts";
import type { Letterpress } from "../letterpress.ts";
import type { LoadedEmail } from "../load/load-email.ts";
import type { PropsVariant } from "../load/name-variants.ts";
import type { WorkerSettings } from "../messages.ts";
import { patientClock } from "../time/patient-clock.ts";
import { describeWarnings } from "./describe-warnings.ts";

/** A render as far as the thread can tell. */
export interface ThreadRender extends Omit<RenderSuccess, "from"> {
  /** Null: the email names no one. */
  readonly from: string | null;
}

/**
 * The subject line of a bare component, which has none of its own: its name in words.
 * `orders/order-confirmation` → `Order confirmation`
 */
export function subjectOfBare(id: string): string {
  const words = (id.split("/").at(-1) ?? id).replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a render needs to know of the thread that it is in. */
type SettingName = "timeoutMs" | "staticDir" | "publicDir" | "root" | "packageRoot";

/** Renders one variant as the sender would. @throws {RenderError} and what the email itself throws */
export async function renderVariant(
  { render, extractPreheader }: Letterpress,
  { id, email, definition }: LoadedEmail,
  { name: variant, props }: PropsVariant,
  settings: Pick<WorkerSettings, SettingName>,
): Promise<ThreadRender> {
  const { timeoutMs, staticDir, publicDir } = settings;
  const start = performance.now();
  const { subject, html, text, warnings } = await render(email, props, {
    ...{ variant, timeoutMs, staticDir, publicDir, clock: patientClock },
  });
  return {
    status: "rendered",
    subject: definition ? subject : subjectOfBare(id),
    preheader: extractPreheader(html),
    from: definition?.from === undefined ? null : formatAddress(definition.from),
    html,
    text,
    htmlBytes: Buffer.byteLength(html),
    renderMs: performance.now() - start,
    ...(warnings && { warnings: describeWarnings(warnings, settings) }),
  };
}

function formatAddress(input: AddressInput): string {
  if (typeof input === "string") return input;
  return input.name ? `${input.name} <${input.address}>` : input.address;
}
