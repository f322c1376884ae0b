import type { IncomingMessage, ServerResponse } from "node:http";
import { writeError } from "../api/answer.ts";
import { readPath } from "./asked-path.ts";
import { type Destination, findForeign, findOutsider } from "./guard.ts";

import type { UnreadableRequests } from "./unreadable-requests.ts";

/** A part of the preview that answers requests, each by a path from the preview's own root. */
export interface Room {
  /** What a path of this room may be asked for; `undefined` when it is none of the room's. */
  allows(request: IncomingMessage, path: string): readonly Destination[] | undefined;
  answer(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
}

/** Where the preview stands, and what it answers with. */
export interface EntranceOptions {
  /** From slash to slash: `/` for a server of the preview's own, else a folder of an app's. */
  readonly base: string;
  readonly rooms: readonly Room[];
  readonly unreadable: UnreadableRequests;
  /** What Vite answers that the preview's pages need; `undefined` when it is not that. */
  readonly ofVite: (path: string, url: string) => readonly Destination[] | undefined;
}

type Next = () => void;

/** What becomes of a request. */
type Decision =
  /** Vite, or the app whose server this is, answers. */
  | { readonly kind: "pass" }
  | { readonly kind: "refuse"; readonly status: number; readonly message: string }
  | { readonly kind: "move"; readonly location: string }
  /** A room answers, by the address as it is from the preview's root. */
  | { readonly kind: "enter"; readonly room: Room; readonly url: string };

const pass: Decision = { kind: "pass" };

/**
 * The one way in: every request of the preview comes by here before anything is looked at, started
 * or written, whoever answers it. A request from elsewhere gets 403, an address that cannot be read
 * 400, and a path that no room and no list names is refused.
 *
 * Below an app's own server, what is not below the base is the app's, and passes.
 */
export function createEntrance(options: EntranceOptions) {
  return (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    const decision = decide(request, options);
    if (decision.kind === "pass") {
      next();
      return;
    }
    response.setHeader("x-content-type-options", "nosniff");
    if (decision.kind === "refuse") {
      writeError(response, decision.status, decision.message);
    } else if (decision.kind === "move") {
      response.writeHead(308, { location: decision.location }).end();
    } else {
      request.url = decision.url;
      void enter(decision.room, request, response);
    }
  };
}

async function enter(room: Room, request: IncomingMessage, response: ServerResponse) {
  try {
    await room.answer(request, response);
  } catch (error) {
    writeError(response, 500, error instanceof Error ? error.message : String(error));
  }
}

function decide(
  request: IncomingMessage,
  { base, rooms, unreadable, ofVite }: EntranceOptions,
): Decision {
  const isAlone = base === "/";
  const reason = unreadable.reasonOf(request);
  if (reason !== undefined) return refuse(400, `Cannot read the address: ${reason}`);
  const asked = readPath(request.url ?? "/");
  // Of an app: its own server reads it.
  if (typeof asked === "string") return pass;
  const isEditor = asked.path.toLowerCase().startsWith("/__open-in-editor");
  if (!isAlone && !isEditor && !`${asked.path}/`.startsWith(base)) return pass;
  const outsider = findOutsider(request);
  if (outsider !== undefined) return refuse(403, outsider);
  const admit = (destinations: readonly Destination[], decision: Decision) => {
    const foreign = findForeign(request.headers, destinations);
    return foreign === undefined ? decision : refuse(403, foreign);
  };
  // The preview's page opens the editor by a route of its own, with a token; the page that shows
  // an app's errors uses Vite's, by a script.
  if (isEditor) return admit(["empty"], isAlone ? noEditor : pass);
  if (!isAlone && `${asked.path}/` === base) {
    const location = base + asked.url.slice(asked.path.length);
    return admit(["document"], { kind: "move", location });
  }
  const path = `/${asked.path.slice(base.length)}`;
  for (const room of rooms) {
    const destinations = room.allows(request, path);
    if (!destinations) continue;
    return admit(destinations, { kind: "enter", room, url: `/${asked.url.slice(base.length)}` });
  }
  const destinations = isAlone ? ofVite(asked.path, asked.url) : undefined;
  if (destinations) return admit(destinations, pass);
  return admit([], refuse(404, `Cannot find ${path}: the preview has no such page`));
}

const noEditor = refuse(404, "Cannot open the editor here: the preview's page does it by itself");

function refuse(status: number, message: string): Decision {
  return { kind: "refuse", status, message };
}
