/** Name of the symbol under which the emails' JSX finds an `AsyncLocalStorage` with a `Locator`. */
export const locatorKey = "letterpress.locator";
