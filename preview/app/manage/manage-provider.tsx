import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from "react";
import { ManageContext, type Managed } from "./manage-context.ts";
import { useChanges } from "./use-changes.ts";

const ChangeDialog = lazy(() => import("./change-dialog.tsx"));

/** Lets all of the page make, rename and delete emails and variants. */
export function ManageProvider({ children }: { readonly children: ReactNode }) {
  const [wanted, setWanted] = useState<Managed | null>(null);
  const latest = useChanges();
  const changes = useRef(latest);
  changes.current = latest;
  const manage = useMemo(
    () => (next: Managed) => {
      // What can be taken back is not asked about, unless something else would break.
      if (next.kind !== "delete-email" && next.kind !== "delete-variant") setWanted(next);
      else void changes.current.changeAtOnce(next).then((isDone) => isDone || setWanted(next));
    },
    [],
  );
  return (
    <ManageContext value={manage}>
      {children}
      {wanted && (
        <Suspense>
          <ChangeDialog
            key={JSON.stringify(wanted)}
            wanted={wanted}
            onClose={() => setWanted(null)}
          />
        </Suspense>
      )}
    </ManageContext>
  );
}
