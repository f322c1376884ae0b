/** Where the octets of a message are: in memory, or in a folder. */
export interface RawSource {
  /** @throws {Error} when they are there no more */
  read(): Uint8Array;
}
