import { html } from "@codemirror/lang-html";
import { javascript } from "@codemirror/lang-javascript";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { CodeLanguage } from "./code-language.ts";

/**
 * The state of an editor that reads and does not write.
 *
 * @param others stand behind its own extensions
 */
export function createEditorState(
  code: string,
  language: CodeLanguage,
  label: string,
  others: Extension = [],
): EditorState {
  return EditorState.create({
    doc: code,
    extensions: [
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorView.contentAttributes.of({ tabindex: "0", "aria-label": label }),
      EditorView.lineWrapping,
      lineNumbers(),
      drawSelection(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      highlightSelectionMatches(),
      search({ top: true }),
      keymap.of(searchKeymap),
      languageOf(language),
      syntaxHighlighting(codeColours),
      codeLook,
      others,
    ],
  });
}

function languageOf(language: CodeLanguage): Extension {
  if (language === "html") return html();
  if (language === "tsx") return javascript({ jsx: true, typescript: true });
  return [];
}

/** Colours of code. */
export const codeColours = HighlightStyle.define([
  {
    tag: [tags.keyword, tags.tagName, tags.modifier, tags.operatorKeyword],
    color: "var(--code-key)",
  },
  { tag: [tags.attributeName, tags.propertyName], color: "var(--code-name)" },
  {
    tag: [tags.string, tags.attributeValue, tags.special(tags.string)],
    color: "var(--code-string)",
  },
  { tag: [tags.number, tags.bool, tags.null, tags.unit, tags.color], color: "var(--code-number)" },
  { tag: [tags.typeName, tags.className, tags.namespace], color: "var(--code-type)" },
  {
    tag: [tags.comment, tags.meta, tags.documentMeta, tags.processingInstruction],
    color: "var(--text-faint)",
  },
  { tag: [tags.angleBracket, tags.punctuation, tags.bracket], color: "var(--text-soft)" },
]);

/** How an editor looks. */
export const codeLook = EditorView.theme({
  "&": { height: "100%", background: "var(--ground-code)", color: "var(--text)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: "var(--mono)",
    fontSize: "var(--size-code)",
    fontVariantLigatures: "none",
    lineHeight: "20px",
    scrollbarColor: "var(--line-strong) transparent",
    scrollbarWidth: "thin",
  },
  ".cm-content": { padding: "12px 0 24px", caretColor: "transparent" },
  ".cm-line": { padding: "0 16px 0 12px" },
  ".cm-gutters": {
    border: "none",
    background: "var(--ground-code)",
    color: "var(--text-faint)",
    paddingLeft: "8px",
  },
  ".cm-activeLine, .cm-activeLineGutter": { background: "transparent" },
  "&.cm-focused .cm-activeLine": { background: "var(--ground-hover)" },
  "&.cm-focused .cm-activeLineGutter": { background: "var(--ground-hover)" },
  "& > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": { background: "var(--mark)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
    background: "var(--mark)",
  },
  ".cm-selectionMatch, .cm-searchMatch": { background: "var(--mark)" },
  ".cm-searchMatch-selected": { outline: "1px solid var(--accent)" },
  ".cm-panels": {
    background: "var(--ground-raised)",
    color: "var(--text)",
    borderBottom: "1px solid var(--line)",
  },
  ".cm-panel.cm-search": { padding: "6px 12px", fontFamily: "var(--sans)" },
  ".cm-panel.cm-search input, .cm-panel.cm-search button": { fontSize: "var(--size-small)" },
  ".cm-panel.cm-search .cm-textfield": {
    border: "1px solid var(--line-control)",
    borderRadius: "4px",
    background: "var(--ground)",
  },
  ".cm-panel.cm-search label": {
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    fontSize: "var(--size-small)",
  },
  ".cm-panel.cm-search [name=close]": {
    top: "8px",
    right: "8px",
    width: "28px",
    height: "28px",
    borderRadius: "6px",
    color: "var(--text-soft)",
    fontSize: "16px",
  },
  ".cm-panel.cm-search [name=close]:hover": { background: "var(--ground-hover)" },
  ".cm-panel.cm-search .cm-button": {
    border: "1px solid var(--line-strong)",
    borderRadius: "4px",
    background: "var(--ground)",
  },
});
