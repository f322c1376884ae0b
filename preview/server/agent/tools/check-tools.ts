import type { Finding } from "../../../../src/check/finding.ts";
import type { EmailView } from "../../../protocol/index.ts";
import { offer } from "../../compose/composer.ts";
import { readStates } from "../../export/read-states.ts";
import type { AgentSources } from "../agent-sources.ts";
import { defineTool } from "../tool.ts";

const usualMost = 20;

/** Checks. */
export const checkEmail = defineTool({
  name: "check_email",
  title: "Check emails",
  description:
    "What is wrong with an email in any of its variants and locales, or with all emails: each finding with file, line, rule and what to do. The same as `letterpress check`.",
  isReadOnly: true,
  input: {
    id: { type: "string", description: "Id of one email. Default: all" },
    most: { type: "number", minimum: 1, description: `Most findings. Default: ${usualMost}` },
  },
  async run({ id, most = usualMost }, sources) {
    const ids = sources.listing.summaries().map((email) => email.id);
    if (id !== undefined && !ids.includes(id)) {
      throw new Error(`Cannot find the email "${id}"${offer(id, ids)}`);
    }
    const found: Finding[] = [];
    const failed: string[] = [];
    for (const each of id === undefined ? ids : [id])
      await checkStates(each, sources, found, failed);
    const { mergeFindings } = await import("../../../../src/check/merge-findings.ts");
    const merged = [...mergeFindings(found)].sort(
      (one, other) => levels.indexOf(one.severity) - levels.indexOf(other.severity),
    );
    const lines = [...failed, ...merged.slice(0, most).map(describe)];
    const more = merged.length > most ? [`and ${merged.length - most} more`] : [];
    return [...lines, ...more].join("\n") || "Nothing found.";
  },
});

const levels = ["error", "warning", "info"];

async function checkStates(
  id: string,
  { checks }: AgentSources,
  found: Finding[],
  failed: string[],
): Promise<void> {
  const ask = async (address: string): Promise<EmailView> => {
    const search = new URL(address, "http://preview").searchParams;
    const state = await checks.check({
      ...{ id, variant: search.get("variant") ?? "default" },
      ...{ locale: search.get("locale"), props: null },
    });
    if (!state) throw new Error(`Cannot check ${id}: it is not there any more`);
    found.push(...state.findings);
    return state.view;
  };
  for await (const { view, locale } of readStates(id, ask)) {
    if (view.result.status !== "failed") continue;
    const state = [view.variant, locale].filter(Boolean).join(", ");
    const { message, location } = view.result;
    const place = location ? ` ${location.file}:${location.line}:${location.column}` : "";
    failed.push(`error${place} ${id} (${state}) does not render: ${message}`);
  }
}

function describe({ severity, rule, message, evidence, advice, source, where }: Finding): string {
  const place = source ? `${source.file}:${source.line}:${source.column}` : where.emails.join(", ");
  const variants = where.variants.length > 0 ? ` (${where.variants.slice(0, 3).join(", ")})` : "";
  return `${severity} ${place} ${message}${variants} [${rule}]\n  seen: ${evidence}\n  do: ${advice}`;
}
