import { type FormEvent, useState } from "react";
import type { PropsView } from "../../protocol/index.ts";
import { printCode } from "../../protocol/props/print-code.ts";
import { useClient } from "../data/client.ts";
import { postVariant } from "../data/email-endpoints.ts";
import { site } from "../data/site.ts";
import { useManage } from "../manage/manage-context.ts";
import { urlIn } from "../route/site-path.ts";
import type { EmailRoute } from "../route.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { useNotices } from "../ui/notices.tsx";
import { goTo } from "../use-route.ts";
import type { Editing } from "./use-editing.ts";
import { whenVariantIsThere } from "./when-variant-is-there.ts";

/** What becomes of the props: a link, code, a variant of the file. */
export function PanelFoot({
  route,
  view,
  editing,
  isRefused,
}: {
  readonly route: EmailRoute;
  readonly view: PropsView;
  readonly editing: Editing;
  /** The schema refuses them: as a variant they would not render. */
  readonly isRefused: boolean;
}) {
  const [isNaming, setNaming] = useState(false);
  const shared = { ...route, variant: view.variant };
  return (
    <footer className="props-foot">
      {isNaming ? (
        <SaveForm route={shared} onDone={() => setNaming(false)} />
      ) : (
        <>
          <CopyButton
            text={location.origin + urlIn(site, shared)}
            word="Link"
            name="Copy a link to these props"
          />
          <CopyButton text={printCode(editing.values)} word="Code" name="Copy the props as code" />
          <span className="props-space" />
          {!site.isStatic && (
            <UpdateButton route={shared} view={view} editing={editing} isRefused={isRefused} />
          )}
          {!site.isStatic && (
            <Button
              aria-disabled={!editing.isEdited || isRefused}
              data-tip={
                isRefused
                  ? "The schema refuses these props"
                  : editing.isEdited
                    ? "Write them into the email's file"
                    : "Nothing is edited yet"
              }
              onClick={() => editing.isEdited && !isRefused && setNaming(true)}
            >
              Save as variant
            </Button>
          )}
        </>
      )}
    </footer>
  );
}

/** Writes the edits into the variant that they were made from, once its diff was looked at. */
function UpdateButton({
  route: { id, props },
  view: { variant },
  editing,
  isRefused,
}: {
  readonly route: EmailRoute;
  readonly view: PropsView;
  readonly editing: Editing;
  readonly isRefused: boolean;
}) {
  const manage = useManage();
  const { views } = useClient();
  if (!editing.isEdited || isRefused) return null;
  const name =
    views
      .variants()
      .get(id)
      ?.find(({ slug }) => slug === variant)?.name ?? variant;
  return (
    <Button
      data-tip={`Write them into the variant “${name}”`}
      onClick={() => manage({ kind: "update-variant", id, variant, name, props })}
    >
      Update
    </Button>
  );
}

function SaveForm({ route, onDone }: { readonly route: EmailRoute; readonly onDone: () => void }) {
  const { views, drafts } = useClient();
  const { notify } = useNotices();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "");
    const { id: emailId, variant, locale, props } = route;
    setBusy(true);
    const answer = await postVariant({ emailId, variant, locale, props, name });
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.problem.message);
      return;
    }
    const saved = answer.value;
    await whenVariantIsThere(views, { id: emailId }, saved.slug);
    drafts.edit(emailId, null);
    goTo({ ...route, variant: saved.slug, locale: null, props: null });
    notify({ tone: "done", text: `Saved as “${saved.name}” in ${saved.file}:${saved.line}` });
    onDone();
  }

  return (
    <form className="props-save" onSubmit={save}>
      <input
        name="name"
        className="prop-input"
        aria-label="Name of the new variant"
        placeholder="very long name"
        autoComplete="off"
        required
        maxLength={80}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : "props-save-problem"}
        ref={focusAtFirst}
        onChange={() => setProblem(null)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          onDone();
        }}
      />
      <Button type="submit" aria-disabled={isBusy}>
        Save
      </Button>
      <Button kind="quiet" onClick={onDone}>
        Cancel
      </Button>
      {problem && (
        <p id="props-save-problem" className="prop-issue" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}

function focusAtFirst(field: HTMLInputElement | null): void {
  field?.focus();
}
