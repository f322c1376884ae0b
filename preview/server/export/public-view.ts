import type {
  EmailFindings,
  EmailView,
  Project,
  PropsView,
  RenderFailure,
} from "../../protocol/index.ts";

/** Nothing ever changes in an export. */
const revision = 1;

/** What of a session everybody may know: nothing of where mail would go. */
export function publicProject({ name, emailsFolder, sender }: Project): Project {
  return {
    ...{ name, emailsFolder, sender },
    send: { kind: "inbox", address: "", to: "" },
    ...{ realServer: null, realServerProblem: null },
  };
}

/**
 * A view as it is written: without what differs from one run to the next, and without code where
 * the source is not to be shown.
 */
export function publicView(view: EmailView, hasSource: boolean): EmailView {
  const { console: _, ...rest } = view;
  return { ...rest, revision, result: publicResult(view.result, hasSource) };
}

/** What can be edited, likewise. */
export function publicProps(view: PropsView): PropsView {
  return { ...view, revision };
}

/** What is wrong with a state, without places where the source is not to be shown. */
export function publicFindings(findings: EmailFindings, hasSource: boolean): EmailFindings {
  // Nothing is written from an export.
  const shown = findings.findings.map((finding) => ({ ...finding, fix: null }));
  if (hasSource) return { ...findings, revision, findings: shown };
  const { scope } = findings;
  return {
    ...{ ...findings, revision, allowed: [] },
    findings: shown.map((finding) => ({ ...finding, place: null, component: null })),
    scope: { ...scope, off: scope.off.map(({ rule }) => ({ rule, place: null })) },
  };
}

function publicResult(result: EmailView["result"], hasSource: boolean): EmailView["result"] {
  if (result.status === "rendered") return { ...result, renderMs: 0 };
  const failure: RenderFailure = { ...result, lastGood: null };
  return hasSource ? failure : { ...failure, codeFrame: null, stack: [], components: [] };
}
