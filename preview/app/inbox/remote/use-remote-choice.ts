import { useRemembered } from "../../data/remembered.ts";

/** Whether messages load what is not in them. */
export interface RemoteChoice {
  /** Of this message: held back, shown for this once, or as all are. */
  readonly state: "held" | "shown" | "always";
  /** Loads what this message names. */
  readonly show: () => void;
  /** Loads what any message names, from now on in this browser. */
  readonly showAlways: () => void;
  /** Asks again, for all messages and for this one. */
  readonly ask: () => void;
}

/** So many messages are remembered as shown. */
const mostShown = 200;

/** What a person chose for a message, kept in this browser. */
export function useRemoteChoice(id: string): RemoteChoice {
  const [always, setAlways] = useRemembered("remote-content", "ask");
  const [list, setList] = useRemembered("remote-content-of", "");
  const shown = list.split(" ").filter(Boolean);
  const isShown = shown.includes(id);
  const others = shown.filter((one) => one !== id);
  return {
    state: always === "always" ? "always" : isShown ? "shown" : "held",
    show: () => setList([id, ...others].slice(0, mostShown).join(" ")),
    showAlways: () => setAlways("always"),
    ask() {
      setAlways("ask");
      setList(others.join(" "));
    },
  };
}
