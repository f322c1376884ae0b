import type { DevEnvironment } from "vite";
import { fromThrown } from "../../thread/failure/thrown.ts";
import type { ShownNames, WorkerRequest, WorkerSettings } from "../../thread/messages.ts";
import { describeEnd } from "./describe-end.ts";
import { type Lane, openLane } from "./lane.ts";
import type { ThreadProgram } from "./thread-program.ts";

/**
 * The thread that emails are loaded and rendered in: what they do there holds up no one. Another
 * stands ready for when one of them does not answer: what else waits for it, and whatever comes, is
 * done there, and whichever is done first counts.
 */
export interface EmailThread {
  /**
   * Has something done beside an email.
   *
   * @throws {EndlessError} when the email did not end and was ended
   * @throws what was thrown in the thread
   */
  run(request: WorkerRequest): Promise<unknown>;
  /** Lets modules, by Vite's id, run anew when they are next imported. */
  forget(ids: readonly string[]): void;
  /** Gives the threads what they fetch modules from; until then they wait. */
  serve(environment: DevEnvironment): void;
  /** Ends the thread that gave this answer; what else is under way there is done once more. */
  renew(answer: object): void;
  close(): Promise<void>;
}

interface Pending {
  readonly number: number;
  readonly request: WorkerRequest;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  /** The lanes that are at it. */
  readonly lanes: Set<Lane>;
  /** Once it is known. */
  shown: ShownNames | undefined;
}

/** So many emails may block at once; each thread holds React and the emails that it ran. */
const mostLanes = 4;
/** One that works, and one that stands ready. */
const restingLanes = 2;
/** After an answer, whoever looks at the preview comes first. */
const spareAfterMs = 1_500;

/**
 * Starts the thread at once, so that it is ready when the server is.
 *
 * @param variables what the project's `.env` files add to `process.env`; told to no one else
 */
export function startEmailThread(
  program: Promise<ThreadProgram>,
  settings: WorkerSettings,
  variables: Readonly<Record<string, string>>,
): EmailThread {
  const pending = new Map<number, Pending>();
  const lanes = new Set<Lane>();
  const packages = new Set<string>();
  const answeredBy = new WeakMap<object, Lane>();
  let serve: (environment: DevEnvironment) => void = () => {};
  const environment = new Promise<DevEnvironment>((resolve) => {
    serve = resolve;
  });
  let runs = 0;
  let closed = false;
  let spareTimer: NodeJS.Timeout | undefined;
  let primary: Lane | undefined = open();

  function open(): Lane {
    const lane = openLane(
      { program, settings, variables, environment, packages },
      {
        done(number, value) {
          if (typeof value === "object" && value !== null) answeredBy.set(value, lane);
          take(number)?.resolve(value);
          settle();
        },
        failed(number, thrown) {
          take(number)?.reject(fromThrown(thrown));
          settle();
        },
        loaded(number, shown) {
          const one = pending.get(number);
          if (one) one.shown = shown;
        },
        quiet: () => void goAround(lane),
        silent(where) {
          const [oldest] = pendingIn(lane).map(({ number }) => number);
          const culprit = where === undefined ? oldest : where.number;
          retire(lane, ({ number, request }) =>
            number === culprit ? describeEnd(request, undefined, { where, settings }) : undefined,
          );
        },
        late: (numbers) =>
          retire(lane, ({ number, request }) =>
            numbers.includes(number) ? describeEnd(request) : undefined,
          ),
        // Another starts when it is needed; one that cannot start is not tried for ever.
        ended: (error) => retire(lane, ({ request }) => describeEnd(request, error), "elsewhere"),
      },
    );
    lanes.add(lane);
    return lane;
  }

  function pendingIn(lane: Lane): readonly Pending[] {
    return [...pending.values()].filter((one) => one.lanes.has(lane));
  }

  function take(number: number): Pending | undefined {
    const one = pending.get(number);
    pending.delete(number);
    return one;
  }

  /** The lane that takes what comes: one that answers, when there is any. */
  function choose(): Lane {
    if (!primary || primary.isQuiet()) primary = findReady() ?? primary;
    if (!primary || (primary.isQuiet() && lanes.size < mostLanes)) primary = open();
    return primary;
  }

  /** The lanes that answer. */
  function awake(): readonly Lane[] {
    return [...lanes].filter((lane) => !lane.isQuiet());
  }

  function findReady(): Lane | undefined {
    return awake().find((lane) => !lane.isBusy()) ?? awake()[0];
  }

  function addSpare(): void {
    if (awake().length < restingLanes && lanes.size < mostLanes) open();
  }

  function start(one: Pending): void {
    const lane = choose();
    if (one.lanes.has(lane)) return;
    one.lanes.add(lane);
    lane.begin(one.number, one.request);
  }

  /** Has done in another lane what waits in one that does not answer, but for what it is at. */
  async function goAround(lane: Lane): Promise<void> {
    if (choose().isQuiet() || lane.isAsked()) return;
    const isUnknown = lane.blockedBy() === undefined;
    if (isUnknown && pendingIn(lane).length > 1) await lane.findBlocking();
    if (closed) return;
    for (const one of pending.values()) if (isHeldUp(one)) start(one);
    // What waits goes first.
    addSpare();
  }

  /** Whether each lane that is at it is kept from it by something else. */
  function isHeldUp({ number, lanes }: Pending): boolean {
    const keepers = [...lanes].map((lane) => lane.blockedBy());
    return keepers.every((keeper) => keeper !== undefined && keeper !== number);
  }

  /**
   * Ends a lane; what else waits in it is done in another.
   *
   * @param blame why a request fails, or `undefined` to have it done again
   * @param unless what is not blamed: nothing, or what another lane is at too
   */
  function retire(
    lane: Lane,
    blame: (one: Pending) => Error | undefined,
    unless?: "elsewhere",
  ): void {
    const waiting = pendingIn(lane);
    lanes.delete(lane);
    if (primary === lane) primary = undefined;
    void lane.end();
    for (const one of waiting) {
      one.lanes.delete(lane);
      const isElsewhere = one.lanes.size > 0;
      const error = unless && isElsewhere ? undefined : blame(one);
      if (error) take(one.number)?.reject(Object.assign(error, { shown: one.shown }));
      else if (!isElsewhere) start(one);
    }
    if (!unless) settle();
  }

  /** Ends what is too much at rest, and sees to it that a lane stands ready. */
  function settle(): void {
    const surplus = Math.max(0, awake().length - restingLanes);
    const idle = awake().filter((lane) => lane !== primary && !lane.isBusy());
    for (const lane of idle.slice(0, surplus)) {
      lanes.delete(lane);
      void lane.end();
    }
    if (awake().length >= restingLanes || closed) return;
    clearTimeout(spareTimer);
    spareTimer = setTimeout(() => {
      if (primary) addSpare();
    }, spareAfterMs);
    spareTimer.unref();
  }

  return {
    run(request) {
      if (closed) return Promise.reject(new Error("Cannot render: the preview was closed"));
      runs += 1;
      const number = runs;
      return new Promise((resolve, reject) => {
        const lanes = new Set<Lane>();
        const one = {
          number,
          request,
          resolve,
          reject,
          lanes,
          isBlocking: false,
          shown: undefined,
        };
        pending.set(number, one);
        start(one);
      });
    },
    forget(ids) {
      for (const lane of lanes) lane.forget(ids);
    },
    serve: (given) => serve(given),
    renew(answer) {
      const lane = answeredBy.get(answer);
      if (lane && lanes.has(lane)) retire(lane, () => undefined);
    },
    async close() {
      closed = true;
      clearTimeout(spareTimer);
      for (const { reject } of pending.values()) {
        reject(new Error("Cannot render: the preview was closed"));
      }
      pending.clear();
      await Promise.all([...lanes].map((lane) => lane.end()));
    },
  };
}
