import { blockElements, voidElements } from "./elements.ts";
import { tableCells, tableContent, tableParts } from "./table-content.ts";
import type { HtmlDocument, Token } from "./token.ts";

/** A place where a mail client's parser will not build what the template wrote. */
export interface NestingFault {
  /**
   * `moved`: content leaves its table, or a tag and what it does is lost. `closed`: an element ends
   * earlier than written, with everything still there and in order.
   */
  readonly severity: "moved" | "closed";
  /** What stands where, and what would fix it. */
  readonly message: string;
  /** The tag or text that stands there. */
  readonly token: Token;
}

/** What an element that ends another does not look beyond. */
const tableOrCell: ReadonlySet<string> = new Set(["table", "td", "th", "caption", "button"]);
const singletons: ReadonlySet<string> = new Set(["html", "head", "body"]);
const headings: ReadonlySet<string> = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);

/** What is known at some point of the document. */
interface Position {
  /** Names of the open elements, outermost first. */
  readonly stack: string[];
  /**
   * Elements that another one ended, and which. That is no fault while the end tag was left out, as
   * HTML allows; it is one as soon as the end tag comes after all.
   */
  readonly ended: Map<string, Token>;
  readonly report: (severity: NestingFault["severity"], message: string, token: Token) => void;
}

/** Finds elements that HTML does not allow where they stand, each kind once. */
export function findNestingFaults({ tokens }: HtmlDocument): NestingFault[] {
  const faults = new Map<string, NestingFault>();
  const position: Position = {
    stack: [],
    ended: new Map(),
    report(severity, message, token) {
      if (!faults.has(message)) faults.set(message, { severity, message, token });
    },
  };
  const { stack, report } = position;
  for (const token of tokens) {
    if (token.audience !== "all") continue;
    if (token.type === "text") {
      const parent = stack.at(-1) ?? "";
      if (tableContent.has(parent) && token.raw.trim() !== "") {
        report(
          "moved",
          `text stands directly in <${parent}>, which it leaves; put it in a <td>`,
          token,
        );
      }
    } else if (token.type === "open") {
      enter(token, position);
    } else if (token.type === "close") {
      leave(token.name, position);
    }
  }
  return [...faults.values()];
}

function enter(token: Token, position: Position): void {
  const { name } = token;
  const { stack, report } = position;
  const parent = stack.at(-1) ?? "";
  const allowed = tableContent.get(parent);
  if (singletons.has(name) && parent !== "" && parent !== "html") {
    report("moved", `<${name}> stands in <${parent}>, where it is lost; put it at the top`, token);
  } else if (allowed && !allowed.has(name)) {
    report(
      "moved",
      `<${name}> stands directly in <${parent}>, which it leaves; put it in a <td>`,
      token,
    );
  } else if (tableParts.has(name) && !allowed && !stack.includes("table")) {
    report(
      "moved",
      `<${name}> stands outside any <table>, where it is lost; wrap it in one`,
      token,
    );
  } else if (name === "a" && findInScope(stack, "a") >= 0) {
    report("moved", "a link stands in a link, which ends before it; take one of them out", token);
  }
  endImplied(token, position);
  if (!voidElements.has(name)) stack.push(name);
}

/** Ends what an element ends by beginning. */
function endImplied(token: Token, { stack, ended }: Position): void {
  const { name } = token;
  const parent = stack.at(-1) ?? "";
  let at = -1;
  if (tableParts.has(name)) at = findCellOfTable(stack);
  else if (headings.has(name) && headings.has(parent)) at = stack.length - 1;
  else if (blockElements.has(name)) at = findInScope(stack, "p");
  if (at < 0) return;
  ended.set(stack[at] as string, token);
  stack.length = at;
}

function leave(name: string, { stack, ended, report }: Position): void {
  const isOpen = name === "p" ? findInScope(stack, "p") >= 0 : stack.includes(name);
  const by = ended.get(name);
  if (isOpen && !(tableCells.has(name) && findCellOfTable(stack) < 0)) {
    stack.length = stack.lastIndexOf(name);
  } else if (by !== undefined) {
    ended.delete(name);
    report("closed", `<${by.name}> stands in <${name}>, which ends before it; ${fixFor(name)}`, by);
  }
}

function fixFor(name: string): string {
  if (name === "p") return "make the outer one a <div>";
  return headings.has(name) ? "take one of them out" : "wrap it in a <table>";
}

/** Where an element is open with no table or cell begun since; -1 where it is not. */
function findInScope(stack: readonly string[], name: string): number {
  const at = stack.lastIndexOf(name);
  for (let inner = at + 1; at >= 0 && inner < stack.length; inner++) {
    if (tableOrCell.has(stack[inner] as string)) return -1;
  }
  return at;
}

/** Where a cell of the innermost table is open; -1 where none is. */
function findCellOfTable(stack: readonly string[]): number {
  for (let at = stack.length - 1; at >= 0; at--) {
    const name = stack[at] as string;
    if (name === "table") return -1;
    if (tableCells.has(name)) return at;
  }
  return -1;
}
