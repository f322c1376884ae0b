/** The command line makes no sense as it is. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** What would. */
  readonly usage: string;

  /** @param message "Cannot run …: what was wrong" */
  constructor(message: string, usage: string) {
    super(message);
    this.usage = usage;
  }
}
