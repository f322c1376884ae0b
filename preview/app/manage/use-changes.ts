import type { ChangePlan, SourceChange } from "../../protocol/index.ts";
import { postChange, postUndoChange } from "../data/change-endpoints.ts";
import { useClient } from "../data/client.ts";
import { whenVariantIsThere } from "../props/when-variant-is-there.ts";
import { emailRoute } from "../route.ts";
import { useNotices } from "../ui/notices.tsx";
import { goTo, useRoute } from "../use-route.ts";
import { describeDone } from "./change-words.ts";
import type { Managed } from "./manage-context.ts";
import { toChange } from "./to-change.ts";
import { whenEmailIsThere } from "./when-email-is-there.ts";

/** Writes changes of the sources, goes where they lead, and offers to take them back. */
export function useChanges() {
  const client = useClient();
  const { notify } = useNotices();
  const route = useRoute();
  const shown = route.page === "email" ? route : null;

  async function write(wanted: Managed, change: SourceChange, { version }: ChangePlan) {
    const answer = await postChange({ change, version });
    if (answer.ok) await follow(wanted, answer.value);
    return answer;
  }

  /** Goes to what was made; away from what is gone. */
  async function follow(wanted: Managed, plan: ChangePlan) {
    const { emailId, variant, undo } = plan;
    if (emailId === null) {
      if (wanted.kind === "delete-email" && shown?.id === wanted.id) goTo({ page: "home" });
    } else if (variant !== null) {
      await whenVariantIsThere(client.views, { id: emailId }, variant);
      if (wanted.kind === "update-variant") client.drafts.edit(emailId, null);
      if (shown?.id === emailId) goTo({ ...shown, variant, props: null });
    } else {
      await whenEmailIsThere(client.emails, emailId);
      const stays = wanted.kind === "rename-email" && shown && shown.id !== wanted.id;
      if (!stays) goTo(emailRoute(emailId));
    }
    notify({
      ...{ tone: "done", text: describeDone(wanted, plan) },
      ...(undo !== null && { act: { label: "Undo", run: () => void takeBack(wanted, undo) } }),
    });
  }

  async function takeBack(wanted: Managed, undo: string) {
    const undone = await postUndoChange(undo);
    if (!undone.ok) {
      notify({ tone: "failed", text: undone.problem.message });
      return;
    }
    if (wanted.kind === "rename-email" || wanted.kind === "delete-email") {
      await whenEmailIsThere(client.emails, wanted.id);
      goTo(emailRoute(wanted.id));
    } else if ("variant" in wanted) {
      await whenVariantIsThere(client.views, { id: wanted.id }, wanted.variant);
      const { id, variant, props } = wanted;
      goTo(emailRoute(id, { variant, props: wanted.kind === "update-variant" ? props : null }));
    } else if (shown === null) goTo({ page: "home" });
    else goTo(emailRoute(shown.id));
    notify({ tone: "done", text: "Taken back" });
  }

  return {
    write,
    /**
     * Makes a change that needs no words from the reader.
     *
     * @returns whether that was all: it is false where something else would break by it
     */
    async changeAtOnce(wanted: Managed): Promise<boolean> {
      const change = toChange(wanted, { name: "", starter: "plain" });
      if (!change) return false;
      const planned = await postChange({ change, version: null });
      if (planned.ok && planned.value.notes.length > 0) return false;
      const answer = planned.ok ? await write(wanted, change, planned.value) : planned;
      if (!answer.ok) notify({ tone: "failed", text: answer.problem.message });
      return true;
    },
  };
}
