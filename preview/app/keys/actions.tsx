import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from "react";
import { elementOf, isEditable, localNameOf, matches } from "../frame/email-dom.ts";
import { type ActionName, findActions } from "./shortcuts.ts";

type Handlers = Partial<Record<ActionName, () => void>>;

/** The part of a keyboard event that a frame can pass on. */
export type KeyboardLike = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "target" | "preventDefault" | "defaultPrevented"
> & { getModifierState?(key: string): boolean };

interface Actions {
  register(handlers: Handlers): () => void;
  run(action: ActionName): void;
  /** Whether something on the page answers to it now. */
  has(action: ActionName): boolean;
  /** Also for presses inside an email's frame. */
  press(event: KeyboardLike): void;
}

const ActionsContext = createContext<Actions | null>(null);

/** Listens to the keyboard and hands each shortcut to whoever registered last for it. */
export function ActionsProvider({ children }: { readonly children: ReactNode }) {
  const actions = useMemo(createActions, []);
  useEffect(() => {
    addEventListener("keydown", actions.press);
    return () => removeEventListener("keydown", actions.press);
  }, [actions]);
  return <ActionsContext value={actions}>{children}</ActionsContext>;
}

/** Everything that can be done now. */
export function useActions(): Actions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error("Cannot use actions: there is no ActionsProvider above");
  return actions;
}

/** Answers to actions as long as the component is there. */
export function useHandlers(handlers: Handlers): void {
  const { register } = useActions();
  const latest = useRef(handlers);
  latest.current = handlers;
  const names = Object.keys(handlers).join(" ");
  useEffect(() => {
    const forwarded = names
      .split(" ")
      .map((name) => [name, () => latest.current[name as ActionName]?.()]);
    return register(Object.fromEntries(forwarded));
  }, [register, names]);
}

function createActions(): Actions {
  const stack: Handlers[] = [];
  const find = (action: ActionName) => stack.findLast((handlers) => handlers[action])?.[action];
  return {
    register(handlers) {
      stack.push(handlers);
      return () => {
        stack.splice(stack.indexOf(handlers), 1);
      };
    },
    run: (action) => find(action)?.(),
    has: (action) => find(action) !== undefined,
    press(event) {
      if (event.defaultPrevented) return;
      const actions = findActions({
        key: event.key,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        altGraph: event.getModifierState?.("AltGraph") ?? false,
        inTextField: isTextField(event),
      });
      const action = actions.find((one) => isAllowedNow(one) && find(one));
      const handler = action && find(action);
      if (!handler) return;
      event.preventDefault();
      handler();
    },
  };
}

/** Whether a press belongs to what has the focus, on the page or in an email. */
function isTextField(event: KeyboardLike): boolean {
  const element = elementOf(event);
  if (!element) return false;
  const name = localNameOf(element);
  // A box to tick takes no letters.
  if (/^(?:input|textarea|option)$/i.test(name)) return !matches(element, "[type='checkbox' i]");
  // A closed picker may give its letters away; an open one finds its options by them.
  if (/^select$/i.test(name)) return matches(element, ":open");
  return isEditable(element);
}

/** What has the keyboard to itself while it is open. The list as a sheet is no such dialog. */
const holdsKeyboard = "dialog[open]:not(.shell-sheet), .menu:popover-open";

function isAllowedNow(action: ActionName): boolean {
  return action === "palette" || document.querySelector(holdsKeyboard) === null;
}
