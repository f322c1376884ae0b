import { resolve } from "node:path";
import { buildApp } from "../../../preview/server/app/build-app.ts";

/** Builds the app once, so that no test's server has to. */
export async function setup(): Promise<void> {
  await buildApp(resolve(import.meta.dirname, "../../.."));
}
