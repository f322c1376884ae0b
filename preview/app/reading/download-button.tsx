import { IconButton } from "../ui/button.tsx";
import { Download } from "../ui/icons.ts";
import { saveBlob } from "../ui/save-blob.ts";

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
  const save = () => saveBlob(new Blob([content], { type }), file);
  return (
    <IconButton name={name} onClick={save}>
      <Download size={16} />
    </IconButton>
  );
}
