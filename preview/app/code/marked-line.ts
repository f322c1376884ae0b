import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

const mark = StateEffect.define<number | null>();

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marked, { effects, changes }) {
    const effect = effects.find((one) => one.is(mark));
    if (!effect) return marked.map(changes);
    const at = effect.value as number | null;
    return at === null ? Decoration.none : Decoration.set(lineMark.range(at));
  },
  provide: (of) => EditorView.decorations.from(of),
});

const lineMark = Decoration.line({ class: "cm-markedLine" });

/** Lets an editor mark one line. */
export const markedLine = [
  field,
  EditorView.theme({
    // Also where the cursor is, whose line has a ground of its own.
    ".cm-line.cm-markedLine": {
      background: "var(--mark)",
      boxShadow: "inset 2px 0 var(--accent)",
    },
  }),
];

/** Marks a line and brings it into sight; null marks none. */
export function markLine(view: EditorView, line: number | null): void {
  if (line === null) {
    view.dispatch({ effects: mark.of(null) });
    return;
  }
  const { doc } = view.state;
  const { from } = doc.line(Math.min(Math.max(1, line), doc.lines));
  view.dispatch({
    selection: { anchor: from },
    effects: [mark.of(from), EditorView.scrollIntoView(from, { y: "center" })],
  });
}
