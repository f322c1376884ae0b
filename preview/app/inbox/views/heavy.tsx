import { type ReactNode, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { formatBytes } from "../../ui/format.ts";

/** More is shown only when it is asked for, octets. */
const heavyBytes = 2 * 1024 * 1024;

/** Shows a part of a message, but of a heavy one only how heavy it is, until one asks for it. */
export function Heavy({
  id,
  name,
  sizeBytes,
  children,
}: {
  /** Of the message: another one is asked about anew. */
  readonly id: string;
  /** What it is: `The HTML`. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly children: ReactNode;
}) {
  const [wanted, setWanted] = useState<string | null>(null);
  if (sizeBytes <= heavyBytes || wanted === id) return children;
  return (
    <div className="stage-note heavy">
      <p>
        {name} is {formatBytes(sizeBytes)} long. Showing it takes the browser a while.
      </p>
      <Button onClick={() => setWanted(id)}>Show it</Button>
    </div>
  );
}
