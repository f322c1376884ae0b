import type { ClaimOptions, WebhookClaim, WebhookStatus } from "./webhook-store.ts";

/** What a claim is decided by. */
export interface ClaimState {
  readonly status: WebhookStatus;
  readonly updatedAt: Date;
}

/** Decides a claim on a webhook that may be known. */
export function decideClaim(
  known: ClaimState | undefined,
  { now, leaseMs, again = false }: ClaimOptions,
): WebhookClaim {
  if (!known) return "handle";
  if (known.status === "done") return again ? "handle" : "done";
  const isUnderWay = known.status === "handling" && now - known.updatedAt.getTime() < leaseMs;
  return isUnderWay ? "busy" : "handle";
}
