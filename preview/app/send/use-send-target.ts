import type { Project, SendTarget } from "../../protocol/index.ts";
import { useClient } from "../data/client.ts";
import { useRemembered } from "../data/remembered.ts";
import { useStore } from "../data/store.ts";

/** Where Send sends now, as this browser remembers it. */
export interface ChosenTarget {
  /** Null before the server has told. */
  readonly target: SendTarget | null;
  choose(kind: SendTarget["kind"]): void;
}

/** The chosen target; the inbox when the other one is not there any more. */
export function useSendTarget(): ChosenTarget {
  const project = useStore(useClient().project);
  const [kind, choose] = useRemembered("send-target", "inbox");
  return { target: project && targetOf(project, kind), choose };
}

function targetOf({ send, realServer }: Project, kind: string): SendTarget {
  return realServer?.kind === kind ? realServer : send;
}
