import { existsSync } from "node:fs";
import { join } from "node:path";
import { isPortableName } from "../../files/portable-name.ts";
import { toEmailId, whyNotLookedAt } from "../email-path.ts";

/**
 * The id of an email that is to be.
 *
 * @param path id or file, with or without the folder of the emails before it
 * @param emails folder of the emails, relative to the project
 * @throws {Error} when no email can be called so
 */
export function toNewId(path: string, emails: string): string {
  const prefix = `${emails.replace(/^\.\//, "").replace(/\/+$/, "")}/`;
  const plain = path.replaceAll("\\", "/").replace(/^\.\//, "");
  const id = toEmailId(plain.startsWith(prefix) ? plain.slice(prefix.length) : plain);
  const refuse = (reason: string) => {
    throw new Error(`Cannot call an email "${path}": ${reason}; a name is such as account/welcome`);
  };
  const names = id.split("/");
  if (names.some((name) => name === "" || name === "." || name === "..")) {
    refuse("it is no path below the folder of the emails");
  }
  const wrong = names.find((name) => !isPortableName(name) || name.includes("#"));
  if (wrong !== undefined) refuse(`a file cannot be called "${wrong}" everywhere`);
  const reason = whyNotLookedAt(`${id}.tsx`);
  if (reason !== undefined) refuse(reason);
  return id;
}

/** The file that stands in the way of a new email of an id, absolute. @param folder of the emails */
export function findTaken(folder: string, id: string): string | undefined {
  return ["tsx", "jsx", "ts", "js"]
    .map((ending) => join(folder, `${id}.${ending}`))
    .find(existsSync);
}
