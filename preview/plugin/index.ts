/** The preview as a Vite plugin: `letterpress/vite`. */
export { letterpress } from "./letterpress-plugin.ts";
export type { LetterpressOptions } from "./options.ts";
