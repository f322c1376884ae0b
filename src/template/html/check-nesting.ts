import { blockElements, voidElements } from "./elements.ts";
import type { HtmlDocument } from "./token.ts";

/** A place where a mail client's parser will not build what the template wrote. */
export interface NestingFault {
  /**
   * `moved`: content leaves its table, or a tag and what it does is lost. `closed`: an element ends
   * earlier than written, with everything still there and in order.
   */
  readonly severity: "moved" | "closed";
  /** What stands where, and what would mend it. */
  readonly message: string;
}

/** What may stand directly in the parts of a table. @see https://html.spec.whatwg.org/#parsing-main-intable */
const tableContent: Readonly<Record<string, RegExp>> = {
  table: /^(?:caption|colgroup|col|thead|tbody|tfoot|t[rdh]|style|script|template|form)$/,
  thead: /^(?:t[rdh]|style|script|template|form)$/,
  tbody: /^(?:t[rdh]|style|script|template|form)$/,
  tfoot: /^(?:t[rdh]|style|script|template|form)$/,
  tr: /^(?:t[dh]|style|script|template|form)$/,
};

const cellOrRow = /^(?:t[rdh]|tbody|thead|tfoot)$/;
const tableOrCell = /^(?:table|t[dh]|caption)$/;
const singletons = /^(?:html|head|body)$/;
const headings = /^h[1-6]$/;

/** Finds elements that HTML does not allow where they stand, each kind once. */
export function findNestingFaults({ tokens }: HtmlDocument): NestingFault[] {
  const faults = new Map<string, NestingFault>();
  const report = (severity: NestingFault["severity"], message: string) => {
    if (!faults.has(message)) faults.set(message, { severity, message });
  };
  const stack: string[] = [];
  /** What stood in a `p` when it was opened; a fault as soon as a `</p>` comes behind it. */
  let inParagraph: string | undefined;

  for (const token of tokens) {
    const parent = stack.at(-1) ?? "";
    if (token.type === "text" && parent in tableContent && token.raw.trim() !== "") {
      report("moved", `text stands directly in <${parent}>, which it leaves; put it in a <td>`);
    } else if (token.type === "open") {
      checkElement(token.name, stack, report);
      if (blockElements.has(token.name) && isInScope(stack, "p")) inParagraph = token.name;
      if (!voidElements.has(token.name)) stack.push(token.name);
    } else if (token.type === "close") {
      const at = stack.lastIndexOf(token.name);
      if (at < 0) continue;
      if (token.name === "p" && inParagraph !== undefined) {
        // Without its end tag the outer `p` simply ended before the block, as HTML allows.
        if (stack.length - 1 === at && !stack.slice(0, at).includes("p")) {
          report(
            "closed",
            `<${inParagraph}> stands in <p>, which ends before it; make the outer one a <div>`,
          );
          inParagraph = undefined;
        }
      }
      stack.length = at;
    }
  }
  return [...faults.values()];
}

function checkElement(
  name: string,
  stack: readonly string[],
  report: (severity: NestingFault["severity"], message: string) => void,
): void {
  const parent = stack.at(-1) ?? "";
  const allowed = tableContent[parent];
  if (singletons.test(name) && parent !== "" && parent !== "html") {
    report("moved", `<${name}> stands in <${parent}>, where it is lost; put it at the top`);
  } else if (allowed && !allowed.test(name)) {
    report("moved", `<${name}> stands directly in <${parent}>, which it leaves; put it in a <td>`);
  } else if (cellOrRow.test(name) && !allowed) {
    if (!stack.includes("table")) {
      report("moved", `<${name}> stands outside any <table>, where it is lost; wrap it in one`);
    } else {
      report(
        "closed",
        `<${name}> stands in <${parent}>, which ends before it; wrap it in a <table>`,
      );
    }
  } else if (name === "a" && isInScope(stack, "a")) {
    report("moved", "a link stands in a link, which ends before it; take one of them out");
  } else if (headings.test(name) && headings.test(parent)) {
    report("closed", `<${name}> stands in <${parent}>, which ends before it; take one of them out`);
  }
}

/** Whether an element is open, with no table or cell begun since. */
function isInScope(stack: readonly string[], name: string): boolean {
  const at = stack.lastIndexOf(name);
  if (at < 0) return false;
  for (let inner = at + 1; inner < stack.length; inner++) {
    if (tableOrCell.test(stack[inner] as string)) return false;
  }
  return true;
}
