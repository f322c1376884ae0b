import { isMailError, MailError } from "../errors.ts";

/** Postmark's HTTP API gave no answer, or none that is a success. Look at `transient` and `errorCode`. */
export class PostmarkApiError extends MailError {
  override readonly name = "PostmarkApiError";
  readonly code = "ERR_POSTMARK_API";
  /** HTTP status; `undefined` when there was no answer. */
  readonly status: number | undefined;
  /** Postmark's own number, where it gave one. @see https://postmarkapp.com/developer/api/overview#error-codes */
  readonly errorCode: number | undefined;
  /** Whether the same may succeed later. */
  readonly transient: boolean;

  /** @param message "Cannot ask Postmark: what happened"; never a token */
  constructor(
    message: string,
    {
      status,
      errorCode,
      transient,
      ...options
    }: ErrorOptions & {
      readonly status: number | undefined;
      readonly errorCode?: number | undefined;
      readonly transient: boolean;
    },
  ) {
    super(message, options);
    this.status = status;
    this.errorCode = errorCode;
    this.transient = transient;
  }
}

/** Whether a value is a {@link PostmarkApiError}. */
export function isPostmarkApiError(value: unknown): value is PostmarkApiError {
  return isMailError(value) && value.code === "ERR_POSTMARK_API";
}
