import type { ConsoleLine, EmailView, RenderFailure } from "../../protocol/index.ts";
import { site } from "../data/site.ts";
import { Button, tip } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { RotateCcw, SquarePen } from "../ui/icons.ts";
import { ComponentList } from "./component-list.tsx";
import { ConsoleLines } from "./console-lines.tsx";
import { describeForAgent } from "./error-words.ts";
import { useOpenPlace } from "./use-open-place.ts";
import "./error-panel.css";

/** The most lines of the stack that show at first. */
const mostCalls = 6;

/** What went wrong, where, and around which lines. */
export function ErrorPanel({
  email,
  failure,
  lines,
  onReset,
}: {
  readonly email: Pick<EmailView, "id" | "file" | "variant">;
  readonly failure: RenderFailure;
  /** What the email wrote to the console before it failed. */
  readonly lines: readonly ConsoleLine[];
  /** Takes the edits of the props back; null: none were made. */
  readonly onReset: (() => void) | null;
}) {
  const { location, components = [] } = failure;
  const place = location && `${location.file}:${location.line}:${location.column}`;
  const open = useOpenPlace();
  return (
    <div className="error-scrim scrolls">
      <section className="error-panel" aria-labelledby="error-title" role="alert">
        <header>
          <h2 id="error-title">{titleOf(failure)}</h2>
          <span className="error-place">
            {place && <code>{place}</code>}
            {place && <CopyButton text={place} name="Copy the place" />}
            <CopyButton
              text={describeForAgent(email, failure, lines)}
              name="Copy for an agent"
              word="Copy for an agent"
            />
            {location && !site.isStatic && (
              <Button onClick={() => void open(location)} {...tip("Open in the editor", "editor")}>
                <SquarePen size={16} /> Open in editor
              </Button>
            )}
          </span>
        </header>
        {onReset && (
          <p className="error-edited">
            The props were edited, which may be why.
            <Button onClick={onReset}>
              <RotateCcw size={16} /> Reset the props
            </Button>
          </p>
        )}
        <pre className="error-message">{failure.message}</pre>
        {failure.codeFrame && <CodeFrame frame={failure.codeFrame} />}
        {components.length > 0 && <ComponentList components={components} />}
        {lines.length > 0 && (
          <section className="error-part" aria-label="Console">
            <h3>Console</h3>
            <ConsoleLines lines={lines} />
          </section>
        )}
        {failure.stack.length > 0 && <Stack lines={failure.stack} />}
        <Hint hasLastGood={failure.lastGood !== null} />
      </section>
    </div>
  );
}

function titleOf({ endless, phase }: RenderFailure): string {
  if (endless) return "The email never ends";
  return phase === "load" ? "The email does not load" : "The email does not render";
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
  // Those in the project come first; where there is none, packages have to do.
  const own = lines.filter((line) => !line.includes("node_modules/")).length;
  const shown = Math.min(own || lines.length, mostCalls);
  const head = lines.slice(0, shown).join("\n");
  const rest = lines.slice(shown).join("\n");
  return (
    <section className="error-part error-stack" aria-label="Calls">
      <h3>Calls</h3>
      <pre>{head}</pre>
      {rest && (
        <details>
          <summary>{lines.length - shown} more</summary>
          <pre>{rest}</pre>
        </details>
      )}
    </section>
  );
}

/** What stands behind the error, and when it goes. */
function Hint({ hasLastGood }: { readonly hasLastGood: boolean }) {
  const behind = site.isStatic ? "what was exported" : "the last render that was good";
  const words = [
    ...(hasLastGood ? [`Behind this: ${behind}.`] : []),
    ...(site.isStatic
      ? []
      : [
          `It ${hasLastGood ? "comes back" : "shows by itself"} when you save the file with the fault fixed.`,
        ]),
  ];
  return words.length > 0 && <p className="error-hint">{words.join(" ")}</p>;
}
