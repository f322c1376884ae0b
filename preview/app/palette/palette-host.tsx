import { lazy, Suspense, useEffect, useState } from "react";
import { useHandlers } from "../keys/actions.tsx";
import type { Route } from "../route.ts";

const load = () => import("./palette.tsx");
const Palette = lazy(load);

/** How long after the start the palette is fetched, so that it opens at once, ms. */
const loadAheadMs = 1500;

/** Opens the palette on its key; its code comes after the first view. */
export function PaletteHost({ route }: { readonly route: Route }) {
  const [open, setOpen] = useState(false);
  useHandlers({ palette: () => setOpen(!open) });
  useEffect(() => {
    const timer = setTimeout(load, loadAheadMs);
    return () => clearTimeout(timer);
  }, []);
  if (!open) return null;
  return (
    <Suspense>
      <Palette route={route} onClose={() => setOpen(false)} />
    </Suspense>
  );
}
