import { useEffect, useState } from "react";
import { findRemote, type RemoteContent } from "./find-remote.ts";

/** What a message names that is not in it; null until that is known, after the message shows. */
export function useRemote(html: string | null): RemoteContent | null {
  const [found, setFound] = useState<{ html: string; remote: RemoteContent } | null>(null);
  useEffect(() => {
    if (html === null) return;
    const timer = setTimeout(() => setFound({ html, remote: findRemote(html) }), 0);
    return () => clearTimeout(timer);
  }, [html]);
  return found && found.html === html ? found.remote : null;
}
