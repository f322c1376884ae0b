import { FindingsToggle } from "../checks/findings-toggle.tsx";
import { site } from "../data/site.ts";
import { useEmailView } from "../data/use-email-view.ts";
import type { EmailRoute } from "../route.ts";
import { useSendTarget } from "../send/use-send-target.ts";
import { Connection } from "../ui/connection.tsx";
import { formatKilobytes, formatMs, gmailClipBytes } from "../ui/format.ts";
import { ConsoleToggle } from "./console-drawer.tsx";
import { WarningsToggle } from "./warnings-drawer.tsx";

/** The truth at a glance: size, render time, where Send would send. */
export function EmailStatus({ route }: { readonly route: EmailRoute }) {
  const { shown } = useEmailView(route);
  const { target } = useSendTarget();
  const result = shown?.result;
  const render = result?.status === "failed" ? result.lastGood : result;
  return (
    <>
      {render && <Size bytes={render.htmlBytes} />}
      {result?.status === "rendered" && !site.isStatic && (
        <span className="status-render tabular">render {formatMs(result.renderMs)}</span>
      )}
      {result?.status === "failed" && (
        <span className="status-bad">
          {result.endless ? "never ends" : `does not ${result.phase}`}
        </span>
      )}
      {result?.status === "rendered" && <WarningsToggle warnings={result.warnings ?? []} />}
      {result?.status === "rendered" && <ConsoleToggle lines={shown?.console ?? []} />}
      <FindingsToggle route={route} />
      <Connection />
      <span className="stage-space" />
      {target && !site.isStatic && (
        <span className="status-target truncate" data-real={target.kind !== "inbox"}>
          {target.kind === "inbox" ? "Inbox " : "Real mail by "}
          {target.address.replace(/^smtp:\/\//, "")}
        </span>
      )}
    </>
  );
}

function Size({ bytes }: { readonly bytes: number }) {
  const share = bytes / gmailClipBytes;
  const level = share > 1 ? "over" : share > 0.8 ? "near" : "fine";
  const hint = share > 1 ? "Gmail cuts this email off" : "Gmail cuts an email off at 102 KB";
  return (
    <span className="status-size tabular" data-level={level} data-tip={hint}>
      {formatKilobytes(bytes)} of 102 KB
      <span className="status-meter" aria-hidden="true">
        <span style={{ width: `${Math.min(100, share * 100)}%` }} />
      </span>
      {share > 1 && <span className="status-bad">Gmail clips it</span>}
    </span>
  );
}
