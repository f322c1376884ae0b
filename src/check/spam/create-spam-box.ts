import { askSpamAssassin } from "./ask-spam-assassin.ts";
import type { SpamMail } from "./spam-mail.ts";
import { notablePoints, type SpamVerdict } from "./spam-verdict.ts";

/** Mails that wait for SpamAssassin, so that one process judges them all. */
export interface SpamBox {
  /** What is known of a mail; where nothing is, it waits from now on. */
  verdictOf(mail: SpamMail & { readonly id?: string | undefined }): SpamVerdict | undefined;
  /**
   * Asks about all that wait.
   *
   * @returns ids of the emails that it has something to say of
   * @throws {Error} when there is no `spamassassin`, or it fails
   */
  judge(): Promise<ReadonlySet<string>>;
}

/** Creates an empty box. @param ask who judges them */
export function createSpamBox(ask = askSpamAssassin): SpamBox {
  const known = new Map<string, SpamVerdict | undefined>();
  const waiting = new Map<string, { readonly mail: SpamMail; readonly id: string }>();
  return {
    verdictOf({ subject, html, text, from, message, id = "" }) {
      const sender = message?.from ?? from;
      const key = JSON.stringify([subject, html, text, sender]);
      if (!known.has(key)) waiting.set(key, { mail: { subject, html, text, from, message }, id });
      return known.get(key);
    },
    async judge() {
      const asked = [...waiting];
      waiting.clear();
      const verdicts = await ask(asked.map(([, { mail }]) => mail));
      const guilty = asked.filter(([key], index) => {
        const verdict = verdicts[index];
        known.set(key, verdict);
        return verdict !== undefined && verdict.points >= notablePoints;
      });
      return new Set(guilty.map(([, { id }]) => id));
    },
  };
}
