/** How long a browser may take to begin with a download, ms. */
const graceMs = 60_000;

/** Saves something that is on the page as a file; no request is made. */
export function saveBlob(blob: Blob, file: string): void {
  const href = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(href), graceMs);
}
