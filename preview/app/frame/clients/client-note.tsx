import { useId } from "react";
import { count } from "../../ui/format.ts";
import { clientWords } from "./client-names.ts";
import type { ClientReport } from "./report.ts";
import "./client-note.css";

/** Which client is played through, how near that comes, and what it did not take. */
export function ClientNote({ report }: { readonly report: ClientReport }) {
  const id = useId();
  const { name, short, faithful } = clientWords[report.client];
  const total = report.ignored.reduce((sum, { count: times }) => sum + times, 0);
  return (
    <>
      <button type="button" className="client-note" popoverTarget={id}>
        <span className="client-badge" data-faithful={faithful}>
          {short}: {faithful}
        </span>
        {total === 0 ? "takes all of it" : `ignored ${count(total, "thing")}`}
      </button>
      <section
        id={id}
        popover="auto"
        className="client-report scrolls"
        aria-label={`What ${name} makes of this email`}
        onToggle={(event) => {
          if (event.newState === "open") place(event.currentTarget);
        }}
      >
        <h2>{name}</h2>
        <p>
          {faithful === "close"
            ? "Close: it follows what is known of this client. What it does besides is not shown."
            : "A sketch: what this client leaves out is left out. How it lays out the rest is not imitated."}
        </p>
        {report.events.map((event) => (
          <p key={event} className="client-event">
            {event}
          </p>
        ))}
        {report.ignored.length > 0 && (
          <>
            <h3>Ignored here</h3>
            <ul>
              {report.ignored.map(({ what, count: times, url }) => (
                <li key={what}>
                  <span className="client-what">{what}</span>
                  <span className="tabular">{times}</span>
                  {url ? (
                    <a href={url} target="_blank" rel="noreferrer" className="text-link">
                      why
                    </a>
                  ) : (
                    <span />
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="client-source">By the data of caniemail.com.</p>
      </section>
    </>
  );
}

/** Above the button, which stands at the lower edge. */
function place(report: HTMLElement): void {
  const button = document.querySelector(`[popovertarget="${CSS.escape(report.id)}"]`);
  const box = button?.getBoundingClientRect();
  if (!box) return;
  const left = Math.min(box.left, innerWidth - report.offsetWidth - 8);
  report.style.left = `${Math.max(8, left)}px`;
  report.style.bottom = `${innerHeight - box.top + 6}px`;
  report.style.maxHeight = `${box.top - 16}px`;
}
