import { findBrowser } from "../../../src/build/requirements/find-browser.ts";
import { type BrowserPipe, openBrowser } from "../agent/browser/browser-pipe.ts";
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
  let open: BrowserPipe | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function browser(): BrowserPipe {
    if (open) return open;
    const pipe = openBrowser(fileOf(root), true);
    open = pipe;
    void pipe.ended.then(() => {
      if (open === pipe) void close();
    });
    return pipe;
  }

  async function takeNow({ html, ...asked }: AskedPicture): Promise<Buffer> {
    clearTimeout(idle);
    try {
      return await takePictureIn(browser(), {
        ...{ ...asked, folders, patienceMs, isOnline: true },
        html: base === "/" ? html : html.replaceAll(`${base}static/`, "/static/"),
      });
    } catch (error) {
      if (error instanceof Refusal) throw error;
      // The next one gets another browser.
      await close();
      throw new Refusal(500, `Cannot take a picture: ${(error as Error).message}`);
    } finally {
      idle = setTimeout(() => void close(), idleMs).unref();
    }
  }

  async function close(): Promise<void> {
    clearTimeout(idle);
    const ending = open;
    open = undefined;
    await ending?.close();
  }

  return {
    take(asked) {
      const taken = last.then(() => takeNow(asked));
      last = taken.catch(() => undefined);
      return taken;
    },
    close,
  };
}

function fileOf(root: string): string {
  try {
    return findBrowser(root);
  } catch (error) {
    throw new Refusal(422, `Cannot take a picture: ${(error as Error).message}`);
  }
}
