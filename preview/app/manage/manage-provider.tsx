import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from "react";
import { emailRoute } from "../route.ts";
import { useRoute } from "../use-route.ts";
import { type HistoryWanted, ManageContext, type Managed } from "./manage-context.ts";
import { useChanges } from "./use-changes.ts";

const ChangeDialog = lazy(() => import("./change-dialog.tsx"));

const HistoryDialog = lazy(() => import("../history/history-dialog.tsx"));

/** Lets all of the page make, rename and delete emails and variants. */
export function ManageProvider({ children }: { readonly children: ReactNode }) {
  const [wanted, setWanted] = useState<Managed | HistoryWanted | null>(null);
  const latest = useChanges();
  const changes = useRef(latest);
  changes.current = latest;
  const manage = useMemo(
    () => (next: Managed | HistoryWanted) => {
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
          {wanted.kind === "history" ? (
            <HistoryHost id={wanted.id} onClose={() => setWanted(null)} />
          ) : (
            <ChangeDialog
              key={JSON.stringify(wanted)}
              wanted={wanted}
              onClose={() => setWanted(null)}
            />
          )}
        </Suspense>
      )}
    </ManageContext>
  );
}

/** The history of an email, in the state that shows where it is the one that shows. */
function HistoryHost({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const route = useRoute();
  const here = route.page === "email" && route.id === id ? route : emailRoute(id);
  return <HistoryDialog route={here} variant={here.variant} onClose={onClose} />;
}
