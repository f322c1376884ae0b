import type { PassedOverFile } from "../../protocol/index.ts";
import { useClient } from "../data/client.ts";
import { site } from "../data/site.ts";
import { useStore } from "../data/store.ts";
import { useOpenPlace } from "./use-open-place.ts";
import "./passed-over.css";

/** Below the list: how many files of the folder hold no email; unfolded, which ones and why. */
export function PassedOver() {
  const files = useStore(useClient().passedOver);
  if (files.length === 0) return null;
  return (
    <details className="passed-over">
      <summary>
        {files.length === 1 ? "1 file holds" : `${files.length} files hold`} no email
      </summary>
      <PassedOverList files={files} />
    </details>
  );
}

/** Files that are not listed, each with the reason; pressed, a file opens in the editor. */
export function PassedOverList({ files }: { readonly files: readonly PassedOverFile[] }) {
  const open = useOpenPlace();
  return (
    <ul className="passed-over-list">
      {files.map(({ file, reason }) => (
        <li key={`${file}:${reason}`}>
          {site.isStatic ? (
            <code>{file}</code>
          ) : (
            <button
              type="button"
              className="place-link"
              data-tip="Open in the editor"
              onClick={() => void open({ file, line: 1, column: 1 })}
            >
              {file}
            </button>
          )}
          <span>{reason}</span>
        </li>
      ))}
    </ul>
  );
}
