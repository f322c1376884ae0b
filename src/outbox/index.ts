export {
  type EmbeddedDatabase,
  type EmbeddedOptions,
  startEmbedded,
} from "./embedded/start-embedded.ts";
