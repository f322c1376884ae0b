import type { ConsoleLine, EmailView, RenderFailure } from "../../protocol/index.ts";

/** Most lines of the console and of the stack that are copied: an agent reads all of it. */
const mostLines = 12;

/** A failure as text that an agent, or a colleague, can work from: which email, what, where, and how to tell that it is fixed. */
export function describeForAgent(
  { id, file, variant }: Pick<EmailView, "id" | "file" | "variant">,
  failure: RenderFailure,
  lines: readonly ConsoleLine[],
): string {
  const { phase, endless, message, location, codeFrame, components = [], stack } = failure;
  const what = endless ? "never ends" : phase === "load" ? "does not load" : "does not render";
  const own = stack.filter((line) => !line.includes("node_modules/"));
  const part = (title: string, text: readonly string[]) =>
    text.length > 0 ? ["", `${title}:`, ...text] : [];
  return [
    `The email ${id} (${file}, variant ${variant}) ${what}.`,
    message,
    ...(location ? [`At ${location.file}:${location.line}:${location.column}`] : []),
    ...(codeFrame ? ["", codeFrame] : []),
    ...part(
      "Components, innermost first",
      components.map(({ name, place }) => `${name} ${place.file}:${place.line}:${place.column}`),
    ),
    ...part("Calls", (own.length > 0 ? own : stack).slice(0, mostLines)),
    ...part(
      "Console",
      lines.slice(-mostLines).map(({ text }) => text),
    ),
    "",
    `Fix the source, then check with: npx letterpress check ${id}`,
  ].join("\n");
}
