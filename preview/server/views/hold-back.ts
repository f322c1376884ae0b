import type { Afterwards } from "../afterwards.ts";
import type { RenderService } from "./render-service.ts";

/** While an email that a page waits for renders, nothing else begins. */
export function holdBack(holders: readonly Pick<Afterwards, "hold">[], renders: RenderService) {
  return {
    ...renders,
    async view(query) {
      const releases = holders.map((one) => one.hold());
      try {
        return await renders.view(query);
      } finally {
        for (const release of releases) release();
      }
    },
  } satisfies RenderService;
}
