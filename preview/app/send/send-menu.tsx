import type { Project, SendTarget } from "../../protocol/index.ts";
import { Menu, type MenuGroup } from "../ui/menu.tsx";
import type { SendScope } from "./plan-send.ts";

/** Where a send goes, how much of the email, and to whom it went before. */
export function SendMenu({
  project,
  target,
  onTarget,
  scopes,
  scope,
  onScope,
  recent,
  typed,
  onRecent,
  onProblem,
}: {
  readonly project: Project;
  readonly target: SendTarget;
  readonly onTarget: (kind: SendTarget["kind"]) => void;
  readonly scopes: readonly { readonly scope: SendScope; readonly label: string }[];
  readonly scope: SendScope;
  readonly onScope: (scope: SendScope) => void;
  readonly recent: readonly string[];
  /** What stands in the recipient field. */
  readonly typed: string;
  readonly onRecent: (typed: string) => void;
  /** The real server was chosen, and there is none. */
  readonly onProblem: (problem: string) => void;
}) {
  const { send, realServer, realServerProblem } = project;
  const groups: MenuGroup[] = [
    {
      label: "Where to",
      choose: "one",
      options: [
        {
          ...{ key: "inbox", label: "The local inbox", note: send.address },
          checked: target.kind === "inbox",
          onChoose: () => onTarget("inbox"),
        },
        {
          key: "real",
          label: realServer?.kind === "server" ? "The mail server" : "Postmark",
          note: realServer
            ? `${realServer.address}, to real people`
            : (realServerProblem ?? "Not set up"),
          checked: target.kind !== "inbox",
          onChoose: () =>
            realServer ? onTarget(realServer.kind) : onProblem(realServerProblem ?? "Not set up"),
        },
      ],
    },
    {
      label: "How much",
      choose: "one",
      options:
        scopes.length < 2
          ? []
          : scopes.map(({ scope: one, label }) => ({
              ...{ key: one, label, checked: one === scope },
              onChoose: () => onScope(one),
            })),
    },
    {
      label: "To whom",
      choose: "one",
      options: recent.map((list) => ({
        ...{ key: list, label: list, checked: list === typed },
        onChoose: () => onRecent(list),
      })),
    },
  ];
  return (
    <Menu
      name="Where to send, and how much"
      active={target.kind !== "inbox" || scope !== "shown"}
      groups={groups}
    />
  );
}
