import { Refusal } from "../api/answer.ts";
import type { Route } from "../api/router.ts";
import type { AskedPicture, PictureService } from "./picture-service.ts";

/** Longest HTML of which a picture is taken, with what is around it, octets. */
const mostBody = 32 * 1024 * 1024;

const limits = { width: [200, 2_000], height: [1, 16_000], scale: [1, 3] } as const;

/** A PNG of HTML as a frame of the page has it. */
export function pictureRoute(pictures: PictureService): Route {
  return {
    method: "POST",
    path: "/api/picture",
    async handle(request) {
      const body = await pictures.take(readPicture(await request.json(mostBody)));
      return { body, type: "image/png" };
    },
  };
}

/** @throws {Refusal} that names the field */
function readPicture(body: unknown): AskedPicture {
  const asked = (body ?? {}) as Partial<Record<string, unknown>>;
  const { html, theme } = asked;
  if (typeof html !== "string") throw refuse("'html' must be a text");
  if (theme !== "light" && theme !== "dark") throw refuse("'theme' must be light or dark");
  return {
    ...{ html, theme, width: readNumber(asked, "width"), scale: readNumber(asked, "scale", 1) },
    mostHeight: readNumber(asked, "height", limits.height[1]),
  };
}

function readNumber(
  asked: Partial<Record<string, unknown>>,
  field: keyof typeof limits,
  standard?: number,
): number {
  const { [field]: value = standard } = asked;
  const [least, most] = limits[field];
  if (typeof value === "number" && value >= least && value <= most) return value;
  throw refuse(`'${field}' must be a number from ${least} to ${most}`);
}

function refuse(reason: string): Refusal {
  return new Refusal(400, `Cannot take a picture: ${reason}`);
}
