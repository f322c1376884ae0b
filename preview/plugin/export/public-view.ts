import type { EmailView, Project, RenderFailure } from "../../protocol.ts";

/** What of a session everybody may know: nothing of where mail would go. */
export function publicProject({ name, emailsFolder }: Project): Project {
  return {
    ...{ name, emailsFolder },
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
  return { ...rest, revision: 1, result: publicResult(view.result, hasSource) };
}

function publicResult(result: EmailView["result"], hasSource: boolean): EmailView["result"] {
  if (result.status === "rendered") return { ...result, renderMs: 0 };
  const failure: RenderFailure = { ...result, lastGood: null };
  return hasSource ? failure : { ...failure, codeFrame: null, stack: [], components: [] };
}
