import type { InboxMessage } from "../../../protocol/index.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { numbered } from "../../ui/numbered.ts";
import { linkTarget } from "./link-target.ts";
import "./views.css";

/** The links of a message, to open and to copy. */
export function LinkList({ message }: { readonly message: InboxMessage }) {
  const { links } = message;
  const missing = whatIsMissing(message);
  return (
    <section className="link-list scrolls" aria-label="Links">
      <ol>
        {numbered(links).map(({ href, text, place }) => (
          <li key={place}>
            <div>
              <span className="link-text">
                {text === href ? "Address in the text" : text || "No words"}
              </span>
              <Address href={href} />
            </div>
            <CopyButton text={href} name={`Copy the address of ${text || href}`} />
          </li>
        ))}
      </ol>
      {missing && <p className="link-list-note">{missing}</p>}
    </section>
  );
}

/** What the list does not say of the links; undefined where it has all. */
function whatIsMissing({ links, linkCount, isComplete }: InboxMessage): string | undefined {
  if (linkCount > links.length) {
    const least = isComplete ? "" : "at least ";
    return `The first ${links.length} of ${least}${linkCount.toLocaleString("en")} links are listed.`;
  }
  return isComplete ? undefined : "The message is too long to find all of its links.";
}

function Address({ href }: { readonly href: string }) {
  const target = linkTarget(href);
  if (target === null) return <code>{href}</code>;
  return (
    <a href={target} target="_blank" rel="noreferrer">
      <code>{href}</code>
    </a>
  );
}
