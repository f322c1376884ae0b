import type { Clock } from "../../clock.ts";
import { OutboxError } from "../../errors.ts";
import { type CareAction, changeState } from "../care/change-state.ts";
import { getMessage } from "../care/find-messages.ts";
import { type OutboxStatus, readStatus } from "../care/read-status.ts";
import { sendAgain } from "../care/send-again.ts";
import type { OutboxMessageDetails } from "../care/stored-message.ts";
import { openDatabase } from "../database/database.ts";
import { toOutboxError } from "../database/database-error.ts";
import { checkVersion, ownVersion, readVersion } from "../database/migrate.ts";
import { createSeal } from "../seal.ts";
import type { ActivityPage, ActivitySearch } from "./activity-search.ts";
import { countMessages, type MessageCount } from "./count-messages.ts";
import { listSuppressions, type SuppressionPage } from "./list-suppressions.ts";
import { readMark } from "./read-mark.ts";
import { type PlotRequest, type Plots, readPlots } from "./read-plots.ts";
import { searchMessages } from "./search-messages.ts";

/** What a person may do to a message. */
export type ActivityAction = CareAction | "send again";

/** Options of {@link openActivity}. */
export interface ActivityOptions {
  /** The database, as `createOutbox` takes it. */
  readonly url: string;
  /** @default "letterpress" */
  readonly schema?: string | undefined;
  /** Keys that open sealed bodies. */
  readonly encryptionKey?: readonly string[] | undefined;
  readonly clock?: Clock | undefined;
}

/**
 * An outbox as a page shows it: it needs no sender, sends nothing, and makes and changes no tables.
 *
 * Everything it does throws an {@link OutboxError} when the database does not answer, or has no
 * tables of this version.
 */
export interface OutboxActivity {
  search(search?: ActivitySearch): Promise<ActivityPage>;
  get(id: string): Promise<OutboxMessageDetails | undefined>;
  status(): Promise<OutboxStatus>;
  count(): Promise<MessageCount>;
  plots(request: PlotRequest): Promise<Plots>;
  suppressions(part?: string): Promise<SuppressionPage>;
  /** A text that is another one whenever something has changed. */
  mark(): Promise<string>;
  /**
   * Does something to a message by hand.
   *
   * @returns the id of the message that goes on: its own, or that of a copy that is sent
   */
  act(id: string, action: ActivityAction): Promise<string>;
  close(): Promise<void>;
}

/** A page needs no more, and leaves the others to the app. */
const maxConnections = 3;

/** Opens an outbox to look at it. It connects when it is used first. */
export function openActivity(options: ActivityOptions): OutboxActivity {
  const { url, schema = "letterpress", clock, encryptionKey = [] } = options;
  const database = openDatabase({ url, schema, maxConnections, clock });
  const seal = createSeal(encryptionKey);
  let isChecked = false;

  async function check(): Promise<void> {
    const known = await readVersion(database).catch((error: { code?: string }) => {
      // Neither the schema nor its table is there.
      if (error.code === "42P01" || error.code === "3F000") return 0;
      throw error;
    });
    const own = ownVersion();
    if (known < own) throw tooOld(schema, known, own);
    checkVersion(known, own, schema);
    isChecked = true;
  }

  async function on<Value>(action: string, work: () => Promise<Value>): Promise<Value> {
    try {
      if (!isChecked) await check();
      return await work();
    } catch (error) {
      isChecked = false;
      throw error instanceof RangeError ? error : toOutboxError(action, error);
    }
  }

  return {
    search: (search = {}) => on("list messages", () => searchMessages(database, search)),
    get: (id) => on("read a message", () => getMessage(database, seal, id)),
    status: () => on("read the status", () => readStatus(database, { seal })),
    count: () => on("count the messages", () => countMessages(database)),
    plots: (request) => on("plot the messages", () => readPlots(database, request)),
    suppressions: (part = "") =>
      on("list the suppressions", () => listSuppressions(database, part)),
    mark: () => on("look for changes", () => readMark(database)),
    act: (id, action) =>
      on(action, async () => {
        if (action === "send again") return sendAgain(database, seal, id, clock);
        await changeState(database, id, action);
        return id;
      }),
    close: () => database.close(),
  };
}

function tooOld(schema: string, known: number, own: number): OutboxError {
  const state =
    known === 0
      ? `there are no tables of an outbox in schema "${schema}"; an app makes them when it uses its outbox first, or name another schema`
      : `the tables in schema "${schema}" are of version ${known}, and this version of letterpress reads ${own}; an app or 'letterpress work' of this version brings them up`;
  return new OutboxError(`Cannot look at the outbox: ${state}`, { kind: "schema" });
}
