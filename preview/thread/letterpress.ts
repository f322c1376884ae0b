/** `letterpress` as an email of the project imports it. */
export type Letterpress = typeof import("../../src/index.ts");

/** `letterpress/inbox`. */
export type LetterpressInbox = typeof import("../../src/inbox/index.ts");
