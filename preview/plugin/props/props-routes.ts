import { Refusal } from "../api/answer.ts";
import type { Route } from "../api/router.ts";
import type { RenderService } from "../render/render-service.ts";

/** The part of the API that is about editing props. */
export function propsRoutes(renders: RenderService): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/api/props/:id+",
      async handle({ params, query }) {
        const { id = "" } = params;
        const view = await loaded(
          renders.props({ id, variant: query.get("variant") || "default" }),
        );
        if (view) return { json: view };
        throw new Refusal(404, `Cannot find the email "${id}": it was deleted or renamed`);
      },
    },
  ];
}

/** An email that does not load has no props to tell of; why, its own view says. */
async function loaded<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw new Refusal(409, error instanceof Error ? error.message : String(error));
  }
}
