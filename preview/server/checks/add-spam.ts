import type { FoundEmail } from "../../../src/build/find-emails.ts";
import type { SpamBox } from "../../../src/check/spam/create-spam-box.ts";
import type { HeadlessPreview } from "../export/headless-preview.ts";
import { type CheckedEmail, checkStates } from "./check-states.ts";

/**
 * Has SpamAssassin judge what was checked, all in one process, and checks the emails again that it
 * has something to say of: few of many.
 *
 * @throws {Error} when there is no SpamAssassin, or it fails
 */
export async function addSpam(
  preview: HeadlessPreview,
  spamBox: SpamBox,
  found: readonly FoundEmail[],
  checked: readonly CheckedEmail[],
): Promise<readonly CheckedEmail[]> {
  const guilty = await spamBox.judge();
  const emails: CheckedEmail[] = [];
  for (const email of checked) {
    const one = guilty.has(email.id) && found.find(({ id }) => id === email.id);
    emails.push((one && (await checkStates(preview, one))) || email);
  }
  return emails;
}
