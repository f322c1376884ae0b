import { useEffect, useState } from "react";

/**
 * The default export of a module that comes when it is needed; null until then, and where it cannot be
 * had. It shows in the very frame in which it is there: React's own `lazy` holds back for 300 ms what
 * follows on a fallback.
 *
 * @param load the same function each time; null as long as the module is not needed
 */
export function useLoaded<T>(load: (() => Promise<{ readonly default: T }>) | null): T | null {
  const [loaded, setLoaded] = useState<{ readonly value: T } | null>(null);
  useEffect(() => {
    let isWanted = load !== null;
    load?.().then(
      (module) => isWanted && setLoaded({ value: module.default }),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [load]);
  return loaded?.value ?? null;
}
