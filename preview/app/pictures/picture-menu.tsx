import { useState } from "react";
import type { EmailView } from "../../protocol/index.ts";
import type { Answer } from "../data/ask.ts";
import { compareChoices, lastCommit } from "../reading/compared.ts";
import type { EmailRoute } from "../route.ts";
import { useActionMenu } from "../ui/action-menu.tsx";
import { IconButton } from "../ui/button.tsx";
import { Camera } from "../ui/icons.ts";
import { useNotices } from "../ui/notices.tsx";
import { saveBlob } from "../ui/save-blob.ts";
import { goTo } from "../use-route.ts";

const load = () => import("./take-pictures.ts");

/** Copies and saves pictures of the email, and compares two. */
export function PictureMenu({
  route,
  view,
}: {
  readonly route: EmailRoute;
  /** Null: it is not here yet. */
  readonly view: EmailView | null;
}) {
  const { menu, openMenu } = useActionMenu();
  const { notify, announce } = useNotices();
  const [isBusy, setBusy] = useState(false);
  if (!view) return null;
  const name = `${view.id.replaceAll("/", "-")}-${view.variant}`;
  const canTake = view.result.status === "rendered";

  async function take(make: () => Promise<Answer<Blob>>, done: (blob: Blob) => void) {
    setBusy(true);
    announce("Taking the picture");
    const answer = await make().catch(
      (error: Error): Answer<Blob> => ({
        ok: false,
        problem: { kind: "refused", message: `Cannot take a picture: ${error.message}` },
      }),
    );
    setBusy(false);
    if (answer.ok) done(answer.value);
    else notify({ tone: "failed", text: answer.problem.message });
  }

  const save = (file: string) => (blob: Blob) => {
    saveBlob(blob, file);
    notify({ tone: "done", text: `Saved ${file}` });
  };
  const shown = async () => (await load()).takeShown(document);

  /** Begun at once: the browser lets only what follows a press at the clipboard. */
  async function copy() {
    let refusal: Error | null = null;
    const picture = shown().then((answer) => {
      if (answer.ok) return answer.value;
      refusal = new Error(answer.problem.message);
      throw refusal;
    });
    setBusy(true);
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
      notify({ tone: "done", text: "Copied the picture" });
    } catch {
      const text =
        (refusal as Error | null)?.message ??
        "The browser refused the clipboard. Save the picture instead.";
      notify({ tone: "failed", text });
    }
    setBusy(false);
  }

  return (
    <>
      <IconButton
        name="Pictures"
        aria-haspopup="menu"
        aria-busy={isBusy}
        onClick={(event) =>
          openMenu(event.currentTarget, "Pictures", [
            {
              label: "PNG",
              actions: canTake
                ? [
                    ...(route.sheet || (route.pictures && route.diff !== null)
                      ? []
                      : [
                          { label: "Copy as framed", run: () => void copy() },
                          {
                            label: "Save as framed",
                            run: () => void take(shown, save(`${name}.png`)),
                          },
                        ]),
                    {
                      label: "Save every variant",
                      hint: "ZIP",
                      run: () =>
                        void take(
                          async () => (await load()).takeVariants(route, view),
                          save(`${view.id.replaceAll("/", "-")}.zip`),
                        ),
                    },
                    {
                      label: "Save the sheet",
                      run: () =>
                        void take(
                          async () => (await load()).takeSheet(route, view),
                          save(`${view.id.replaceAll("/", "-")}-sheet.png`),
                        ),
                    },
                  ]
                : [],
            },
            {
              label: "Compare pictures with",
              actions: [...compareChoices(route, view), lastCommit].map(({ value, label }) => ({
                label,
                run: () => goTo({ ...route, sheet: false, pictures: true, diff: value }),
              })),
            },
          ])
        }
      >
        <Camera size={16} />
      </IconButton>
      {menu}
    </>
  );
}
