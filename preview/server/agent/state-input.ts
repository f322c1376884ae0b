import type { EmailQuery, EmailView } from "../../protocol/index.ts";
import type { JsonRecord } from "../../protocol/props/json.ts";
import { resolveState } from "../compose/composer.ts";
import type { AgentSources } from "./agent-sources.ts";
import type { ToolInput } from "./tool.ts";

/** Which email in which state: what most tools are given. */
export const stateInput = {
  id: { type: "string", required: true, description: "Id of the email, as list_emails tells it" },
  variant: { type: "string", description: 'Name of the variant. Default: "default"' },
  locale: { type: "string", description: "One of the email's locales" },
  props: {
    type: "object",
    description:
      "Props as JSON (dates as ISO texts). With a variant they are laid over its props; without one they are all there is",
  },
} as const satisfies ToolInput;

/** A state as it was given. */
export interface GivenState {
  readonly id: string;
  readonly variant: string | undefined;
  readonly locale: string | undefined;
  readonly props: Readonly<Record<string, unknown>> | undefined;
}

/** What to ask the preview for. @throws {Error} that names the right ids */
export function toQuery(given: GivenState, sources: AgentSources): Promise<EmailQuery> {
  const { id, variant, locale } = given;
  const ids = sources.listing.summaries().map((email) => email.id);
  const props = given.props as JsonRecord | undefined;
  return resolveState(sources.renders, ids, { id, variant, locale, props });
}

/** The state, rendered or not. */
export async function viewState(given: GivenState, sources: AgentSources): Promise<EmailView> {
  const view = await sources.renders.view(await toQuery(given, sources));
  if (!view) throw new Error(`Cannot find the email "${given.id}": it was deleted just now`);
  return view;
}

/** A render that went well. @throws {Error} with what went wrong, and where */
export function rendered(view: EmailView) {
  if (view.result.status === "rendered") return view.result;
  const { message, location, codeFrame } = view.result;
  const place = location ? ` at ${location.file}:${location.line}:${location.column}` : "";
  throw new Error(
    `${view.id} does not render: ${message}${place}${codeFrame ? `\n${codeFrame}` : ""}`,
  );
}
