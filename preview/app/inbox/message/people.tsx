import { useState } from "react";
import type { Mailbox } from "../../../protocol/index.ts";
import { numbered } from "../../ui/numbered.ts";

/** So many people of a list show before one asks for all. */
const mostPeople = 8;

/** A list of people that folds when it is long. */
export function People({ people }: { readonly people: readonly Mailbox[] }) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll || people.length <= mostPeople + 1 ? people : people.slice(0, mostPeople);
  return (
    <>
      {numbered(shown).map(({ name, address, place }) => (
        <span key={place} className="message-person">
          {name && <span className="message-person-name">{name} </span>}
          {address}
        </span>
      ))}
      {shown.length < people.length && (
        <>
          {" "}
          <button type="button" className="message-more" onClick={() => setShowsAll(true)}>
            and {people.length - shown.length} more
          </button>
        </>
      )}
    </>
  );
}

/** The same of addresses. */
export function Addresses({ addresses }: { readonly addresses: readonly string[] }) {
  return <People people={addresses.map((address) => ({ name: "", address }))} />;
}
