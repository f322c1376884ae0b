import { lazy, Suspense, useId, useMemo } from "react";
import type { PropIssue, PropsView } from "../../protocol/index.ts";
import { useRemembered } from "../data/remembered.ts";
import { useEmailView } from "../data/use-email-view.ts";
import type { EmailRoute } from "../route.ts";
import { useActionMenu } from "../ui/action-menu.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { RotateCcw, Shuffle } from "../ui/icons.ts";
import { Tabs, tabId } from "../ui/tabs.tsx";
import { goTo } from "../use-route.ts";
import { awkwardNames, makeAllAwkward } from "./awkward.ts";
import { PanelFoot } from "./panel-foot.tsx";
import { PropsForm } from "./props-form.tsx";
import { typeIssues } from "./type-issues.ts";
import { useEditing } from "./use-editing.ts";
import { usePropsView } from "./use-props-view.ts";
import "./prop-controls.css";
import "./props.css";

const JsonView = lazy(() => import("./json-view.tsx"));

const tabs = [
  { name: "form", label: "Form" },
  { name: "json", label: "JSON" },
] as const;

const noIssues: readonly PropIssue[] = [];

/** The props of the email that shows: to look at, to edit, to pass on. */
export default function PropsPanel({ route }: { readonly route: EmailRoute }) {
  const { shown } = useEmailView(route);
  const isIts = shown?.id === route.id;
  const variant = isIts ? shown.variant : route.variant;
  const { view, problem } = usePropsView(route.id, variant, isIts ? shown.revision : 0);
  const result = isIts ? shown.result : undefined;
  const issues = (result?.status === "failed" ? result.issues : undefined) ?? noIssues;
  if (view) return <Panel key={route.id} route={route} view={view} issues={issues} />;
  return <div className="props-empty">{problem && <p className="prop-words">{problem}</p>}</div>;
}

function Panel({
  route,
  view,
  issues,
}: {
  readonly route: EmailRoute;
  readonly view: PropsView;
  readonly issues: readonly PropIssue[];
}) {
  const editing = useEditing(view, route.props);
  const [remembered, setTab] = useRemembered("props-tab", "form");
  const tab = remembered === "json" ? "json" : "form";
  const { menu, openMenu } = useActionMenu();
  // A schema judges by itself; what is guessed from values may take more than was seen.
  const told = useMemo(
    () =>
      view.sources[0] === "types" && issues.length === 0
        ? typeIssues(view.type, editing.values, view.values)
        : issues,
    [view, issues, editing.values],
  );
  const panelId = useId();
  // A choice of the reader's, so that Back undoes it.
  const reset = () => {
    editing.reset();
    goTo({ ...route, props: null });
  };
  const makeAwkward = (button: HTMLElement) =>
    openMenu(button, "Awkward values for all text", [
      {
        label: "All text",
        actions: awkwardNames.map((name) => ({
          label: name.charAt(0).toUpperCase() + name.slice(1),
          run: () => editing.replace(makeAllAwkward(name, view.type, view.values)),
        })),
      },
    ]);

  return (
    <>
      <header className="props-head">
        <Tabs label="Props" tabs={tabs} selected={tab} onSelect={setTab} panelId={panelId} />
        {editing.isEdited && (
          <Button kind="quiet" className="props-reset" onClick={reset}>
            <RotateCcw size={14} /> Reset all
          </Button>
        )}
        <IconButton
          name="Awkward values for all text"
          aria-haspopup="menu"
          onClick={(event) => makeAwkward(event.currentTarget)}
        >
          <Shuffle size={16} />
        </IconButton>
      </header>
      {!editing.isReadable && (
        <p className="prop-issue props-unreadable" role="alert">
          The edits in the address cannot be read. What shows is the variant without them.
        </p>
      )}
      <div
        id={panelId}
        role="tabpanel"
        aria-labelledby={tabId(panelId, tab)}
        className="props-body scrolls"
        data-tab={tab}
      >
        {tab === "form" ? (
          <PropsForm
            view={view}
            editing={editing}
            issues={told}
            locale={route.locale}
            openMenu={openMenu}
          />
        ) : (
          <Suspense fallback={null}>
            <JsonView
              editing={editing}
              issues={told}
              marks={JSON.stringify(view.values).includes('"$')}
            />
          </Suspense>
        )}
      </div>
      <p className="props-source">{sourceWords[view.sources[0] ?? "values"]}</p>
      <PanelFoot route={route} view={view} editing={editing} isRefused={issues.length > 0} />
      {menu}
    </>
  );
}

const sourceWords = {
  schema: "From the email's schema",
  types: "From the component's types",
  values: "Guessed from the variants' values",
} as const;
