import type { LocalServer } from "../local-server.ts";
import { PostmarkRefusal } from "./postmark-refusal.ts";

/**
 * The id of a stream that there is, archived or not. Where no streams were configured, any is one.
 *
 * @throws {PostmarkRefusal}
 */
export function findStream({ streams }: LocalServer, id = ""): string {
  if (streams.get(id) || streams.find(id)) return id;
  throw new PostmarkRefusal(1226, "The message stream for the provided 'ID' was not found.");
}
