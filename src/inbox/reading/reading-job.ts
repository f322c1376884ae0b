import { liftOut } from "../lift/lift-out.ts";
import { searchedWords } from "../lift/searched-text.ts";
import { type MessageContent, readContent } from "./read-content.ts";

/** The bodies of a message. */
interface Bodies {
  readonly html: string | undefined;
  readonly text: string | undefined;
}

/** What a thread is asked to do. Each can take long for a message that means harm. */
export type ReadingJob =
  | { readonly kind: "content"; readonly raw: Uint8Array }
  | { readonly kind: "lift"; readonly bodies: Bodies }
  | { readonly kind: "words"; readonly bodies: Bodies };

/** What comes out of each kind of job. */
export interface ReadingResults {
  readonly content: MessageContent;
  readonly lift: ReturnType<typeof liftOut>;
  readonly words: string;
}

/** Does a job in this thread. */
export async function doReadingJob(job: ReadingJob): Promise<ReadingResults[keyof ReadingResults]> {
  switch (job.kind) {
    case "content":
      return readContent(job.raw);
    case "lift":
      return liftOut(job.bodies);
    case "words":
      return searchedWords(job.bodies);
  }
}
