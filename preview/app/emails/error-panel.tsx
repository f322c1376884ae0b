import type { RenderFailure } from "../../protocol.ts";
import { CopyButton } from "../ui/copy-button.tsx";
import "./error-panel.css";

/** How many lines of the stack show at first: those in the project come first. */
const stackShown = 6;

/** What went wrong, where, and around which lines. */
export function ErrorPanel({ failure }: { readonly failure: RenderFailure }) {
  const { location } = failure;
  const place = location && `${location.file}:${location.line}:${location.column}`;
  return (
    <div className="error-scrim scrolls">
      <section className="error-panel" aria-labelledby="error-title" role="alert">
        <header>
          <h2 id="error-title">
            {failure.phase === "load" ? "The email does not load" : "The email does not render"}
          </h2>
          {place && (
            <span className="error-place">
              <code>{place}</code>
              <CopyButton text={place} name="Copy the place" />
            </span>
          )}
        </header>
        <pre className="error-message">{failure.message}</pre>
        {failure.codeFrame && <CodeFrame frame={failure.codeFrame} />}
        {failure.stack.length > 0 && <Stack lines={failure.stack} />}
        <p className="error-hint">
          {failure.lastGood
            ? "Behind this: the last render that was good. It comes back when the file is saved mended."
            : "It shows by itself when the file is saved mended."}
        </p>
      </section>
    </div>
  );
}

function CodeFrame({ frame }: { readonly frame: string }) {
  const lines = frame.split("\n").map((text, number) => ({ text, number }));
  return (
    <pre className="code-frame">
      {lines.map(({ text, number }) => (
        <span key={number} className="code-frame-line" data-struck={/^\s*>/.test(text)}>
          {text}
          {"\n"}
        </span>
      ))}
    </pre>
  );
}

function Stack({ lines }: { readonly lines: readonly string[] }) {
  const head = lines.slice(0, stackShown).join("\n");
  const rest = lines.slice(stackShown).join("\n");
  return (
    <div className="error-stack">
      <pre>{head}</pre>
      {rest && (
        <details>
          <summary>{lines.length - stackShown} more</summary>
          <pre>{rest}</pre>
        </details>
      )}
    </div>
  );
}
