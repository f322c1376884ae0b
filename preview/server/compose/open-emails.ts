import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import type { Message } from "../../../src/message/message.ts";
import { startHeadless } from "../export/headless-preview.ts";
import type { RenderService } from "../views/render-service.ts";
import { type ComposeInput, createComposer } from "./composer.ts";

/** Options of {@link openEmails}. */
export interface OpenEmailsOptions {
  /** The project. @default the working directory */
  readonly root?: string | undefined;
  /** Folder of the emails, relative to the root. @default what the Vite config says, else "emails" */
  readonly emailsDir?: string | undefined;
  /** The project's Vite config; `false` for none. @default the project's own */
  readonly configFile?: string | false | undefined;
}

/** The emails of a project, to make messages of. */
export interface OpenEmails {
  /** Ids, sorted. */
  readonly ids: readonly string[];
  /** What a sender reads, from the environment and the project's `.env` files. */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * The message that the project's own sender would make. Ids and variants are looked up, and props
   * are fitted to what the email takes.
   *
   * @throws {Error} that names what is wrong, and what there is instead
   * @throws {InvalidMessageError | RenderError} as a sender does
   */
  compose(input: ComposeInput): Promise<Message>;
  close(): Promise<void>;
}

/** Opens the emails of a project through the preview, without a browser. */
export async function openEmails(options: OpenEmailsOptions = {}): Promise<OpenEmails> {
  const { emailsDir, configFile } = options;
  const root = realpathSync(resolve(options.root ?? process.cwd()));
  const preview = await startHeadless({
    ...{ root, emailsDir, configFile },
    renderTimeoutMs: undefined,
  });
  const ids = preview.found.emails.map(({ id }) => id);
  return {
    ...{ ids, environment: preview.mailEnvironment },
    // No file is watched here, so what an email takes stays as it was read first.
    compose: createComposer(remember(preview.renders), () => ids),
    close: preview.close,
  };
}

/** Asks of each state once: a list of a thousand people asks the same again and again. */
function remember(renders: RenderService): RenderService {
  const views = new Map<string, ReturnType<RenderService["view"]>>();
  const props = new Map<string, ReturnType<RenderService["props"]>>();
  return {
    ...renders,
    view: (query) => getOrMake(views, JSON.stringify(query), () => renders.view(query)),
    props: ({ id, variant }) =>
      getOrMake(props, JSON.stringify([id, variant]), () => renders.props({ id, variant })),
  };
}

function getOrMake<Value>(made: Map<string, Value>, key: string, make: () => Value): Value {
  const value = made.get(key) ?? make();
  made.set(key, value);
  return value;
}
