import type { EmailQuery, EmailView } from "../protocol/index.ts";
import type { Thrown } from "./failure/thrown.ts";

/** What the emails' thread is told when it starts. */
export interface WorkerSettings {
  /** The project. */
  readonly root: string;
  /** This package. */
  readonly packageRoot: string;
  /** Absolute, with forward slashes. */
  readonly emailsDir: string;
  /** What `/static/` stands for. */
  readonly staticDir: string;
  /** Where the image of an address `/…` may lie: what an app serves at its root, and Vite's root. */
  readonly publicDir: readonly string[];
  /** How long an email may render; to load it has twice as long. */
  readonly timeoutMs: number;
}

/** What a thread begins with. */
export interface WorkerData extends WorkerSettings {
  /** What the project's `.env` files add to `process.env`. */
  readonly environment: Readonly<Record<string, string>>;
  /** Files to load before they are asked for. */
  readonly preload: readonly string[];
}

/** An email's module: all of a found email that the thread needs. */
export interface EmailModule {
  readonly id: string;
  readonly realPath: string;
  /** Which export of the file it is: `default`, or its name. */
  readonly exportName: string;
}

/** Work for the emails' thread. */
export type WorkerRequest =
  | { readonly kind: "view"; readonly email: EmailModule; readonly query: EmailQuery }
  | {
      readonly kind: "task";
      readonly name: string;
      readonly email: EmailModule;
      readonly query: EmailQuery;
      readonly input: unknown;
    };

/** What the thread is told. It answers a `run` with `done` or `failed` of the same number. */
export type ToWorker =
  | { readonly type: "run"; readonly number: number; readonly request: WorkerRequest }
  /** These modules, by Vite's id, are to run anew when they are next imported. */
  | { readonly type: "forget"; readonly ids: readonly string[] }
  | { readonly type: "fetched"; readonly number: number; readonly answer: FetchAnswer }
  | { readonly type: "ping" };

/** What is known of an email before it is rendered. */
export type ShownNames = Pick<EmailView, "variants" | "variant" | "locales">;

/** What the thread tells. */
export type FromWorker =
  | { readonly type: "done"; readonly number: number; readonly value: unknown }
  | { readonly type: "failed"; readonly number: number; readonly thrown: Thrown }
  /** An email was loaded and renders now: what is known of it, should it never end. */
  | { readonly type: "loaded"; readonly number: number; readonly shown: ShownNames }
  /** Asks Vite for a module. */
  | { readonly type: "fetch"; readonly number: number; readonly payload: unknown }
  | { readonly type: "pong" };

/** What Vite answers to a module runner. */
export type FetchAnswer = { readonly result: unknown } | { readonly error: unknown };
