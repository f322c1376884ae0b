import type { EmailView } from "../../protocol/index.ts";
import { lastRenderOf } from "../data/email-views.ts";
import { messageUrl } from "../data/inbox-endpoints.ts";
import { serverUrl, site } from "../data/site.ts";
import { clientGroups, sizeGroups, themeGroups } from "../frame/look-menus.ts";
import { downloadName } from "../reading/download-name.ts";
import { urlIn } from "../route/site-path.ts";
import type { EmailRoute, FrameLook, InboxRoute, Route } from "../route.ts";
import type { MenuGroup } from "../ui/menu.tsx";
import { saveBlob } from "../ui/save-blob.ts";
import { goTo } from "../use-route.ts";
import type { Entry } from "./entry.ts";

/** Copies a text, and says so. */
export type CopyText = (text: string, what: string) => void;

/** What can be done with the email that shows: copied and saved, without a way through its views. */
export function emailEntries(
  route: EmailRoute,
  view: EmailView | null,
  copy: CopyText,
): readonly Entry[] {
  const render = view && lastRenderOf(view);
  return [
    copyEntry("Copy the link", location.origin + urlIn(site, route), copy),
    ...(view && render
      ? [
          copyEntry("Copy the HTML", render.html, copy),
          copyEntry("Copy the text", render.text, copy),
          copyEntry("Copy the subject", render.subject, copy),
          saveEntry("Download the HTML", render.html, "text/html", downloadName(view, "html")),
          saveEntry("Download the text", render.text, "text/plain", downloadName(view, "txt")),
        ]
      : []),
  ];
}

/** What can be done with the message that is open. */
export function messageEntries(route: InboxRoute, copy: CopyText): readonly Entry[] {
  if (route.id === null) return [];
  const href = serverUrl(`${messageUrl(route.id)}/message.eml`);
  return [
    copyEntry("Copy the link", location.origin + urlIn(site, route), copy),
    actionEntry("Download as .eml", () =>
      Object.assign(document.createElement("a"), { href, download: "" }).click(),
    ),
  ];
}

/** Every theme, width, zoom and client that the email on this page can be looked at in. */
export function lookEntries(route: Route & FrameLook): readonly Entry[] {
  const onLook = (change: Partial<FrameLook>) => goTo({ ...route, ...change });
  return [
    ...optionEntries("Theme", themeGroups(route, onLook)),
    ...optionEntries("Width", sizeGroups(route, onLook).slice(0, 2)),
    ...optionEntries("Zoom", sizeGroups(route, onLook).slice(2, 3)),
    ...optionEntries("Frame", sizeGroups(route, onLook).slice(3)),
    ...optionEntries("Client", clientGroups(route, onLook)),
  ];
}

function optionEntries(name: string, groups: readonly MenuGroup[]): readonly Entry[] {
  return groups
    .flatMap(({ options }) => options)
    .map(({ key, label, checked, onChoose }) => ({
      key: `look:${name}:${key}`,
      group: "Look",
      text: `${name}: ${label}`,
      ...(checked && { hint: "now" }),
      isFar: true,
      run: onChoose,
    }));
}

function copyEntry(text: string, content: string, copy: CopyText): Entry {
  return actionEntry(text, () => copy(content, text));
}

function saveEntry(text: string, content: string, type: string, file: string): Entry {
  return actionEntry(text, () => saveBlob(new Blob([content], { type }), file));
}

function actionEntry(text: string, run: () => void): Entry {
  return { key: `page:${text}`, group: "Actions", text, run };
}
