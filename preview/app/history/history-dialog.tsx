import { useMemo, useState } from "react";
import type { HistoryEntry, HistorySave } from "../../protocol/index.ts";
import { DeviceFrame } from "../frame/device-frame.tsx";
import { compareWithSave } from "../reading/compared.ts";
import type { EmailRoute } from "../route.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { goTo } from "../use-route.ts";
import { linesOfSave, timeOfSave } from "./save-words.ts";
import { useHistory, useHistorySave } from "./use-history.ts";
import "./history.css";

/** The saves of an email of this day, each to be looked at and compared with what is there now. */
export default function HistoryDialog({
  route,
  variant,
  onClose,
}: {
  readonly route: EmailRoute;
  /** Slug of the variant that shows. */
  readonly variant: string;
  readonly onClose: () => void;
}) {
  const entries = useHistory(route.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const key = chosen ?? entries[0]?.key ?? null;
  const save = useHistorySave(route.id, key);
  const open = (view: EmailRoute["view"]) => {
    if (key === null) return;
    onClose();
    const pictures = view === "preview";
    goTo({ ...route, view, sheet: false, pictures, at: null, diff: compareWithSave(key) });
  };
  return (
    <Dialog className="history-dialog" title={`History of ${route.id}`} onClose={onClose}>
      {entries.length === 0 ? (
        <p className="history-empty">
          Nothing was saved today while the preview ran. From the first save on, the last fifty of
          the day are kept.
        </p>
      ) : (
        <div className="history">
          <ol className="history-list scrolls" aria-label="Saves of today">
            {entries.map((entry) => (
              <Line
                key={entry.key}
                entry={entry}
                isChosen={entry.key === key}
                onChoose={() => setChosen(entry.key)}
              />
            ))}
          </ol>
          <div className="history-save">
            <footer className="history-foot">
              <Button onClick={() => open("source")}>Compare the source</Button>
              <Button onClick={() => open("html")}>Compare the HTML</Button>
              <Button onClick={() => open("preview")}>Compare pictures</Button>
            </footer>
            {save && <Look save={save} variant={variant} route={route} />}
          </div>
        </div>
      )}
    </Dialog>
  );
}

function Line({
  entry,
  isChosen,
  onChoose,
}: {
  readonly entry: HistoryEntry;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <li>
      <button
        type="button"
        className="history-line tabular"
        aria-current={isChosen ? "true" : undefined}
        onClick={onChoose}
      >
        <span>{timeOfSave(entry)}</span>
        <span className="history-lines">{linesOfSave(entry)}</span>
      </button>
    </li>
  );
}

/** The email as it was, in the variant that shows, or the default one. */
function Look({
  save,
  variant,
  route,
}: {
  readonly save: HistorySave;
  readonly variant: string;
  readonly route: EmailRoute;
}) {
  const { key, renders } = save;
  const slug = renders[variant] ? variant : "default";
  const html = renders[slug]?.html;
  const content = useMemo(
    () =>
      html === undefined
        ? null
        : {
            token: `history|${key}|${slug}`,
            scrollKey: `history|${slug}`,
            title: `As it was at ${timeOfSave(save)}`,
            html,
          },
    [html, key, slug, save],
  );
  if (!content) {
    return (
      <p className="history-empty">
        It did not render, or was saved again before it could be kept. Its source is there.
      </p>
    );
  }
  return (
    <div className="history-look">
      <DeviceFrame
        content={content}
        theme={route.theme}
        rtl={route.rtl}
        onOverflow={nothing}
        onFrame={nothing}
      />
    </div>
  );
}

const nothing = () => undefined;
