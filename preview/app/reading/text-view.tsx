import type { EmailView, RenderSuccess } from "../../protocol/index.ts";
import { CodeView } from "../code/code-view.tsx";
import type { EmailRoute } from "../route.ts";
import { ComparePicker } from "./compare-picker.tsx";
import { DownloadButton } from "./download-button.tsx";
import { downloadName } from "./download-name.ts";
import { useCompareChoices } from "./use-compare-choices.ts";
import { useCompared } from "./use-compared.ts";

/** The text as it is sent: alone, or against another state. */
export function TextView({
  route,
  view,
  render,
}: {
  readonly route: EmailRoute;
  readonly view: EmailView;
  readonly render: RenderSuccess;
}) {
  const other = useCompared(route);
  const choices = useCompareChoices(route, view);
  return (
    <CodeView
      code={render.text}
      original={other?.text ?? null}
      language="text"
      label="Text as it is sent"
      controls={<ComparePicker route={route} choices={choices} />}
      actions={
        <DownloadButton
          name="Download the text"
          file={downloadName(view, "txt")}
          type="text/plain"
          content={render.text}
        />
      }
    />
  );
}
