import { useMemo } from "react";
import type { EmailView, RenderSuccess } from "../../protocol/index.ts";
import { CodeView } from "../code/code-view.tsx";
import { useRemembered } from "../data/remembered.ts";
import type { EmailRoute } from "../route.ts";
import { gmailClipBytes } from "../ui/format.ts";
import { useMediaQuery } from "../ui/use-media-query.ts";
import { ComparePicker } from "./compare-picker.tsx";
import { DownloadButton } from "./download-button.tsx";
import { downloadName } from "./download-name.ts";
import { formatHtml } from "./format-html.ts";
import { useCompareChoices } from "./use-compare-choices.ts";
import { useCompared } from "./use-compared.ts";

/** Larger HTML is shown as it is sent, octets. */
const mostPrettyBytes = 2 * 1024 * 1024;

/** The HTML: made legible, or just as it is sent; alone, or against another state. */
export function HtmlView({
  route,
  view,
  render,
}: {
  readonly route: EmailRoute;
  readonly view: EmailView;
  readonly render: RenderSuccess;
}) {
  const [form, setForm] = useRemembered("html-form", "pretty");
  const other = useCompared(route);
  const choices = useCompareChoices(route, view);
  const isPretty = form === "pretty" && render.htmlBytes <= mostPrettyBytes;
  const code = useFormatted(render.html, isPretty);
  const original = useFormatted(other?.html ?? "", isPretty);
  const share = Math.round((100 * render.htmlBytes) / gmailClipBytes);
  return (
    <CodeView
      code={code}
      sent={render.html}
      original={other && original}
      language="html"
      label="HTML as it is sent"
      facts={
        <span className={share > 100 ? "tabular status-bad" : "tabular"}>
          {share} % of Gmail’s 102 KB
        </span>
      }
      controls={
        <>
          <fieldset className="segmented words bare" aria-label="Form of the HTML">
            {forms.map(({ name, label }) => (
              <button
                key={name}
                type="button"
                className="segment"
                aria-pressed={(name === "pretty") === isPretty}
                onClick={() => setForm(name)}
              >
                {label}
              </button>
            ))}
          </fieldset>
          <ComparePicker route={route} choices={choices} />
        </>
      }
      actions={
        <DownloadButton
          name="Download the HTML"
          file={downloadName(view, "html")}
          type="text/html"
          content={render.html}
        />
      }
    />
  );
}

function useFormatted(html: string, isPretty: boolean): string {
  // A phone has no room for the depth of an email's tables.
  const step = useMediaQuery("(max-width: 640px)") ? " " : "  ";
  return useMemo(() => (isPretty ? formatHtml(html, step) : html), [html, isPretty, step]);
}

const forms = [
  { name: "pretty", label: "Legible" },
  { name: "sent", label: "As sent" },
] as const;
