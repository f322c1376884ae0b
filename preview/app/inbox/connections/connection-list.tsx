import { formatMoment } from "../../ui/format.ts";
import { Conversation } from "../views/conversation-view.tsx";
import { describeEnd } from "./connection-words.ts";
import { useConnections } from "./use-connections.ts";
import "./connections.css";

/** The SMTP connections that left no message, each with what was said; nothing where there is none. */
export function ConnectionList() {
  const connections = useConnections();
  if (connections.length === 0) return null;
  return (
    <section className="connections" aria-labelledby="connections-title">
      <h2 id="connections-title">Connections that left no message</h2>
      <ul>
        {connections.map(({ id, startedAt, lines }) => (
          <li key={id}>
            <details>
              <summary>
                <code className="truncate">{describeEnd(lines)}</code>
                <time className="tabular">{formatMoment(startedAt)}</time>
              </summary>
              <Conversation lines={lines} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
