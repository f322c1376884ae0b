import { useMemo } from "react";
import { formatTime } from "../ui/format.ts";
import type { Measure } from "./fit-text.ts";
import {
  describeCut,
  type FittedLine,
  fitLine,
  type InboxClient,
  inboxClients,
  type PartStyle,
} from "./inbox-clients.ts";
import { describeSnippet, type Snippet } from "./snippet.ts";
import "./three-inboxes.css";

/** Where others counted what each list shows. */
const measurements = "https://www.emailtooltester.com/en/blog/email-subject-lines-character-limit/";

/** A message as three clients' lists show it, each cut where that list cuts it. */
export function ThreeInboxes({
  sender,
  subject,
  snippet,
  arrivedAt,
}: {
  readonly sender: string;
  readonly subject: string;
  readonly snippet: Snippet;
  readonly arrivedAt: number;
}) {
  const lines = useMemo(() => {
    const measureIn = createMeasure();
    const message = { sender, subject, snippet: snippet.text };
    return inboxClients.map((client) => fitLine(client, message, measureIn));
  }, [sender, subject, snippet]);
  const time = formatTime(arrivedAt, Date.now());
  return (
    <section className="three-inboxes scrolls" aria-label="In three inboxes">
      {inboxClients.map((client, at) => {
        const line = lines[at];
        return line && <ClientLine key={client.name} client={client} line={line} time={time} />;
      })}
      <p className="three-inboxes-note">
        {describeSnippet(snippet)}. Widths are about right (
        <a className="text-link" href={measurements} target="_blank" rel="noreferrer">
          measured on an iPhone
        </a>
        , else observed), letters are this machine’s.
      </p>
    </section>
  );
}

function ClientLine({
  client,
  line,
  time,
}: {
  readonly client: InboxClient;
  readonly line: FittedLine;
  readonly time: string;
}) {
  const cut = describeCut(line);
  const isOneLine = client.snippet === null;
  return (
    <figure className="inbox-client" data-one-line={isOneLine}>
      <figcaption>
        {client.name}
        {cut && <span className="inbox-client-cut">{cut}</span>}
      </figcaption>
      <div className="inbox-client-line" style={{ fontFamily: client.family }}>
        <Part
          className="inbox-client-sender"
          text={line.sender.lines}
          style={client.sender}
          family={client.family}
        />
        <time className="tabular">{time}</time>
        {isOneLine ? (
          <p className="inbox-client-words" dir="auto" style={{ width: client.subject.width }}>
            <span style={{ font: `${client.subject.font} ${client.family}` }}>
              {line.subject.lines.join("")}
            </span>
            {line.snippet.lines.length > 0 && (
              <span className="inbox-client-soft"> - {line.snippet.lines.join("")}</span>
            )}
          </p>
        ) : (
          <>
            <Part text={line.subject.lines} style={client.subject} family={client.family} />
            {client.snippet && (
              <Part
                className="inbox-client-soft"
                text={line.snippet.lines}
                style={client.snippet}
                family={client.family}
              />
            )}
          </>
        )}
      </div>
    </figure>
  );
}

function Part({
  text,
  style,
  family,
  className = "",
}: {
  readonly text: readonly string[];
  readonly style: PartStyle;
  readonly family: string;
  readonly className?: string;
}) {
  const { font, width } = style;
  return (
    <p className={className} dir="auto" style={{ font: `${font} ${family}`, width }}>
      {text.join("\n")}
    </p>
  );
}

/** Measures as the browser draws: by a canvas, one for all fonts. */
function createMeasure(): (font: string) => Measure {
  const context = document.createElement("canvas").getContext("2d");
  return (font) => (text) => {
    if (!context) return 0;
    context.font = font;
    return context.measureText(text).width;
  };
}
