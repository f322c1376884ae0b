import { findBrowser } from "../../../src/build/requirements/find-browser.ts";
import { openBrowser } from "../agent/browser/browser-pipe.ts";
import { openOnDemand } from "../agent/browser/open-on-demand.ts";
import { type PictureOptions, takePictureIn } from "../agent/browser/take-picture.ts";
import { Refusal } from "../api/answer.ts";

/** What to take a picture of: HTML as a frame of the page has it. */
export interface AskedPicture
  extends Pick<PictureOptions, "html" | "width" | "theme" | "mostHeight" | "scale"> {}

/** Takes pictures for the page, as it shows emails: with images of other hosts. */
export interface PictureService {
  /** @returns PNG. @throws {Refusal} saying why there is none, and what would fix that */
  take(asked: AskedPicture): Promise<Buffer>;
  close(): Promise<void>;
}

/** The browser stays for the next picture for so long, ms. */
const idleMs = 30_000;
/** Images of a host that does not answer are not waited for longer than this, ms. */
const patienceMs = 8_000;

/**
 * Creates the service; no browser is started before the first picture. One picture at a time: a
 * browser that draws several at once draws each more slowly.
 *
 * @param base where the preview stands on its server, from slash to slash
 */
export function createPictureService(
  root: string,
  base: string,
  folders: PictureOptions["folders"],
): PictureService {
  const browser = openOnDemand(() => openBrowser(fileOf(root), true), idleMs);
  let last: Promise<unknown> = Promise.resolve();

  async function takeNow({ html, ...asked }: AskedPicture): Promise<Buffer> {
    const options = {
      ...{ ...asked, folders, patienceMs, isOnline: true },
      html: base === "/" ? html : html.replaceAll(`${base}static/`, "/static/"),
    };
    try {
      return await browser.use((pipe) => takePictureIn(pipe, options));
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw new Refusal(500, `Cannot take a picture: ${(error as Error).message}`);
    }
  }

  return {
    take(asked) {
      const taken = last.then(() => takeNow(asked));
      last = taken.catch(() => undefined);
      return taken;
    },
    close: browser.close,
  };
}

function fileOf(root: string): string {
  try {
    return findBrowser(root);
  } catch (error) {
    throw new Refusal(422, `Cannot take a picture: ${(error as Error).message}`);
  }
}
