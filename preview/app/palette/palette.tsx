import { Command } from "cmdk";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Variant } from "../../protocol/index.ts";
import { activityTabs } from "../activity/message/activity-tabs.ts";
import { describeMark } from "../checks/finding-mark.tsx";
import { useClient } from "../data/client.ts";
import { site } from "../data/site.ts";
import { useStore } from "../data/store.ts";
import { useEmailOrder } from "../emails/email-order.ts";
import { emailTabs } from "../emails/email-tabs.ts";
import { lookOf } from "../emails/look-of.ts";
import { messageTabs } from "../inbox/message/message-tabs.ts";
import { useActions } from "../keys/actions.tsx";
import { isMac } from "../keys/platform.ts";
import { type ActionName, describeKeyNow, shortcuts } from "../keys/shortcuts.ts";
import { useManage } from "../manage/manage-context.ts";
import { manageEntries } from "../manage/manage-entries.ts";
import { activityRoute, type EmailRoute, emailRoute, inboxRoute, type Route } from "../route.ts";
import { useNotices } from "../ui/notices.tsx";
import type { Tab } from "../ui/tabs.tsx";
import { goTo } from "../use-route.ts";
import type { Entry } from "./entry.ts";
import { type CopyText, emailEntries, lookEntries, messageEntries } from "./page-entries.ts";
import { firstOfEach, rankEntries } from "./rank.ts";
import { addRecent, readRecent, recentFirst } from "./recent.ts";
import "./palette.css";

/** Most lines drawn at once. */
const shownMax = 60;

/** Most lines of what was chosen last. */
const shownRecent = 5;

/** Most lines of one group as long as nothing is typed: every group is to be seen. */
const shownPerGroup = 12;

/** One field that leads to everything. */
export default function Palette({
  route,
  onClose,
}: {
  readonly route: Route;
  readonly onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector("input")?.focus();
  }, []);
  const entries = useEntries(route);
  const recent = useMemo(readRecent, []);
  const found = rankEntries(recentFirst(entries, recent), typed);
  const shown = typed.trim()
    ? found.slice(0, shownMax)
    : [
        ...found
          .filter(({ key }) => recent.includes(key))
          .slice(0, shownRecent)
          .map((entry): Entry => ({ ...entry, group: "Recent" })),
        ...firstOfEach(
          entries.filter(({ isFar, key }) => !isFar && !recent.slice(0, shownRecent).includes(key)),
          shownPerGroup,
        ),
      ];
  // The group of the best find comes first.
  const groups = [...new Set(shown.map(({ group }) => group))];

  function close() {
    // The focus goes back where it was.
    dialog.current?.close();
    // Its event comes later: a key that is pressed before would close what is closed already.
    onClose();
  }

  function choose(entry: Entry) {
    // Closed first: an action may want the focus.
    close();
    addRecent(entry.key);
    entry.run();
  }

  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label="Go to anything"
      onCancel={close}
      onClose={onClose}
      onPointerDown={(event) => event.target === event.currentTarget && close()}
    >
      <Command shouldFilter={false} label="Go to anything" loop>
        <Command.Input
          placeholder="Email, variant, message or action"
          value={typed}
          onValueChange={setTyped}
        />
        <Command.List className="scrolls" label="Found">
          <Command.Empty>Nothing has “{typed}” in its name.</Command.Empty>
          {groups.map((group) => {
            const inGroup = shown.filter((entry) => entry.group === group);
            return (
              <Command.Group key={group} heading={group}>
                {inGroup.map((entry) => (
                  <Command.Item key={entry.key} value={entry.key} onSelect={() => choose(entry)}>
                    <span className="truncate">{entry.text}</span>
                    {entry.hint && <span className="palette-hint">{entry.hint}</span>}
                  </Command.Item>
                ))}
              </Command.Group>
            );
          })}
        </Command.List>
      </Command>
    </dialog>
  );
}

/** What an action that turns to a view is called on this page. */
function describeView(route: Route, action: ActionName): string | undefined {
  const tabs: readonly Tab<string>[] =
    route.page === "inbox" ? messageTabs : route.page === "activity" ? activityTabs : emailTabs;
  const tab = tabs.find((candidate) => candidate.action === action);
  return tab && `View: ${tab.label}`;
}

function useEntries(route: Route): readonly Entry[] {
  const { emails, inbox, views } = useClient();
  const { has, run } = useActions();
  const copy = useCopy();
  const { counts } = useClient().findings;
  const findings = useStore(counts);
  const [order] = useEmailOrder();
  const byId = useStore(emails) ?? [];
  const list =
    order === "recent" ? byId.toSorted((one, other) => other.modifiedAt - one.modifiedAt) : byId;
  const messages = useStore(inbox.list)?.messages ?? [];
  const here = route.page === "email" ? route : null;
  const framed = here ?? (route.page === "inbox" && route.id !== null ? route : null);
  return [
    ...(here ? variantEntries(here.id, views.variants(), here) : []),
    ...list.map(
      ({ id }): Entry => ({
        key: `email:${id}`,
        group: "Emails",
        text: id,
        ...(findings.get(id)?.fails && { hint: describeMark(findings.get(id)) ?? "" }),
        run: () => goTo(emailRoute(id, here ? lookOf(here) : {})),
      }),
    ),
    ...list.flatMap(({ id }) =>
      id === here?.id ? [] : variantEntries(id, views.variants(), null),
    ),
    ...shortcuts
      .filter(({ action, keyOnly }) => !keyOnly && action !== "delete-also" && has(action))
      .map(
        ({ action, label }): Entry => ({
          key: `action:${action}`,
          group: "Actions",
          text: describeView(route, action) ?? label,
          hint: describeKeyNow(action, has, isMac()) ?? "",
          run: () => run(action),
        }),
      ),
    ...(here ? emailEntries(here, views.read(here).view, copy) : []),
    ...(route.page === "inbox" ? messageEntries(route, copy) : []),
    ...(framed ? lookEntries(framed) : []),
    ...manageEntries(useManage(), here, views.variants()),
    ...(site.isStatic ? [] : [openInbox, ...openActivity]),
    ...messages.map(
      (message): Entry => ({
        key: `message:${message.id}`,
        group: "Inbox",
        text: message.subject || "(no subject)",
        hint: message.to[0]?.address ?? "",
        run: () => goTo(inboxRoute(message.id)),
      }),
    ),
  ];
}

/** Copies, and says what; a browser may refuse. */
function useCopy(): CopyText {
  const { notify } = useNotices();
  return (text, what) => {
    navigator.clipboard.writeText(text).then(
      () => notify({ tone: "done", text: what.replace("Copy the", "Copied the") }),
      () => notify({ tone: "failed", text: "The browser refused the clipboard." }),
    );
  };
}

const openInbox: Entry = {
  ...{ key: "inbox", group: "Inbox", text: "Open the inbox" },
  run: () => goTo(inboxRoute(null)),
};

const openActivity: readonly Entry[] = [
  { text: "Open Activity", route: activityRoute(null) },
  { text: "Suppressions", route: activityRoute(null, { room: "suppressions" }) },
  { text: "Messages that are stuck", route: activityRoute(null, { show: "stuck" }) },
  { text: "Messages that failed", route: activityRoute(null, { show: "failed" }) },
].map(({ text, route }) => ({
  ...{ key: `activity:${text}`, group: "Activity", text },
  run: () => goTo(route),
}));

/** The variants of an email that was seen; those of another one say whose they are. */
function variantEntries(
  id: string,
  known: ReadonlyMap<string, readonly Variant[]>,
  here: EmailRoute | null,
): readonly Entry[] {
  const variants = known.get(id) ?? [];
  // The only variant of another email is that email.
  if (!here && variants.length < 2) return [];
  return variants.map(({ name, slug }) => ({
    key: `variant:${id}:${slug}`,
    group: "Variants",
    text: name,
    ...(here ? {} : { hint: id, isFar: true }),
    run: () => goTo(here ? { ...here, variant: slug } : emailRoute(id, { variant: slug })),
  }));
}
