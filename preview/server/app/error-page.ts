import { escapeHtml } from "../api/escape-html.ts";

/** The page shown while the app itself cannot be built; it looks again by itself. */
export function errorPage(message: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="2">
<meta name="color-scheme" content="light dark">
<title>Letterpress: the preview did not build</title>
<style>body{font:13px/1.5 ui-monospace,monospace;margin:32px;white-space:pre-wrap;overflow-wrap:anywhere}</style>
</head>
<body>${escapeHtml(message)}</body>
</html>
`;
}
