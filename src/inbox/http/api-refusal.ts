/** An answer that is an error. Thrown by what handles a request. */
export class ApiRefusal extends Error {
  override readonly name = "ApiRefusal";
  readonly status: number;

  /** @param status 400, 404, … */
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
