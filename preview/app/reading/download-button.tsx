import { IconButton } from "../ui/button.tsx";
import { Download } from "../ui/icons.ts";

/** How long a browser may take to begin with a download, ms. */
const graceMs = 60_000;

/** Saves what is on the page as a file; no request is made. */
export function DownloadButton({
  name,
  file,
  type,
  content,
}: {
  readonly name: string;
  /** Name of the file. */
  readonly file: string;
  readonly type: string;
  readonly content: string;
}) {
  function save() {
    const href = URL.createObjectURL(new Blob([content], { type }));
    Object.assign(document.createElement("a"), { href, download: file }).click();
    setTimeout(() => URL.revokeObjectURL(href), graceMs);
  }
  return (
    <IconButton name={name} onClick={save}>
      <Download size={16} />
    </IconButton>
  );
}
