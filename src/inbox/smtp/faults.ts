import type { SMTPServerError, SMTPServerSession } from "smtp-server";
import type { Clock } from "../../clock.ts";
import type { FaultAction, FaultStage } from "../faults/fault.ts";
import type { FaultPlan } from "../faults/fault-plan.ts";

/** The fault plan as an SMTP session meets it. */
export interface SmtpFaults {
  /** @returns what goes wrong at this stage, or `undefined` */
  strike(stage: FaultStage, session: SMTPServerSession, to?: string): FaultAction | undefined;
  /** Waits out the delay of an action. @returns whether the answer is still wanted */
  wait(action: FaultAction): Promise<boolean>;
}

/** What {@link createSmtpFaults} needs. */
export interface SmtpFaultsOptions {
  readonly plan: FaultPlan;
  readonly clock: Clock;
  /** Ends every delay. */
  readonly closed: AbortSignal;
}

const longestTimerMs = 2 ** 31 - 1;

/** Lets a fault plan look at SMTP sessions. */
export function createSmtpFaults({ plan, clock, closed }: SmtpFaultsOptions): SmtpFaults {
  return {
    strike(stage, session, to) {
      const { mailFrom, rcptTo } = session.envelope;
      return plan.strike({
        stage,
        from: mailFrom ? mailFrom.address : "",
        to: to === undefined ? rcptTo.map(({ address }) => address) : [to],
      });
    },
    async wait({ delayMs = 0 }) {
      if (delayMs <= 0) return true;
      // A timer of more than 24 days would fire at once.
      if (delayMs > longestTimerMs) return untilAborted(closed);
      return clock.sleep(delayMs, { signal: closed }).then(
        () => true,
        () => false,
      );
    },
  };
}

/** The reply of an action, in the form that smtp-server sends. */
export function toReply(action: FaultAction): SMTPServerError | undefined {
  if (action.reply === undefined) return undefined;
  const error: SMTPServerError = new Error(action.text ?? "Fault on purpose");
  error.responseCode = action.reply;
  return error;
}

function untilAborted(signal: AbortSignal): Promise<false> {
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(false), { once: true });
  });
}
