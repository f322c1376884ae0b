import { useEffect, useState } from "react";
import { useHandlers } from "../keys/actions.tsx";
import type { Route } from "../route.ts";
import { useLoaded } from "../ui/use-loaded.ts";

const load = () => import("./palette.tsx");

/** How long after the start the palette is fetched, so that it opens at once, ms. */
const loadAheadMs = 1500;

/** Opens the palette on its key; its code comes after the first view. */
export function PaletteHost({ route }: { readonly route: Route }) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const Palette = useLoaded(open || wanted ? load : null);
  useHandlers({ palette: () => setOpen(!open) });
  useEffect(() => {
    const timer = setTimeout(() => setWanted(true), loadAheadMs);
    return () => clearTimeout(timer);
  }, []);
  if (!open || !Palette) return null;
  return <Palette route={route} onClose={() => setOpen(false)} />;
}
