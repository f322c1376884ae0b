import { useCallback, useMemo, useRef } from "react";
import type { PropsView } from "../../protocol/index.ts";
import { isRecord, type Json, type JsonRecord } from "../../protocol/props/json.ts";
import { applyPatch, makePatch } from "../../protocol/props/patch.ts";
import { useClient } from "../data/client.ts";
import { type Path, setAt } from "./path.ts";

/** The props of an email as they are edited. */
export interface Editing {
  /** With all edits. */
  readonly values: JsonRecord;
  /** Whether the edits of the address could be read. */
  readonly isReadable: boolean;
  readonly isEdited: boolean;
  /** Puts a value at a place; `undefined` takes away what is there. */
  change(path: Path, value: Json | undefined): void;
  /** Puts other props in the place of all. */
  replace(values: Json): void;
  reset(): void;
}

/** Lays the edits of an email over its variant's props, and takes new ones. */
export function useEditing(view: PropsView, props: string | null): Editing {
  const { drafts } = useClient();
  const { id, values: original } = view;
  const edited = useMemo(() => readEdits(original, props), [original, props]);
  const values = edited ?? original;
  const latest = useRef(values);
  latest.current = values;

  const replace = useCallback(
    (next: Json) => {
      const patch = makePatch(original, next);
      // Two changes in one event build on each other.
      if (isRecord(next)) latest.current = next;
      drafts.edit(id, patch === undefined ? null : JSON.stringify(patch));
    },
    [drafts, id, original],
  );
  const change = useCallback(
    (path: Path, value: Json | undefined) => replace(setAt(latest.current, path, value)),
    [replace],
  );
  const reset = useCallback(() => drafts.edit(id, null), [drafts, id]);
  const isEdited = props !== null;
  return useMemo(
    () => ({ values, isReadable: edited !== undefined, isEdited, change, replace, reset }),
    [values, edited, isEdited, change, replace, reset],
  );
}

function readEdits(original: JsonRecord, props: string | null): JsonRecord | undefined {
  if (props === null) return original;
  try {
    const edited = applyPatch(original, JSON.parse(props) as Json);
    return isRecord(edited) ? edited : undefined;
  } catch {
    return undefined;
  }
}
