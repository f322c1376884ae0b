/** An answer that is one of Postmark's errors. Thrown by what handles a request. */
export class PostmarkRefusal extends Error {
  override readonly name = "PostmarkRefusal";
  /** HTTP status. */
  readonly status: number;
  /** Postmark's own number. @see https://postmarkapp.com/developer/api/overview#error-codes */
  readonly code: number;

  /** @param code Postmark's number @param status 422 for nearly all of them */
  constructor(code: number, message: string, status = 422) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** The body of an error. */
export function toErrorBody({
  code,
  message,
}: {
  readonly code: number;
  readonly message: string;
}) {
  return { ErrorCode: code, Message: message };
}
