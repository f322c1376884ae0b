import type { Fault, FaultAction, FaultStage } from "./fault.ts";

/** RFC 6761 keeps `.test` out of the real world, so no such address is ever anyone's. */
const faultDomain = "@fault.test";

const stageByWord: Readonly<Record<string, FaultStage>> = {
  mail: "mail",
  rcpt: "rcpt",
  data: "data",
  body: "body",
  dot: "final-dot",
};

/** `<stage>-<what>[-<times>x][+<anything>]` */
const grammar =
  /^(mail|rcpt|data|body|dot)-(drop|lost|[45]\d\d|\d{1,9}ms)(?:-(\d{1,9})x)?(?:\+.*)?$/;

/**
 * The fault that an address at `fault.test` asks for, or `undefined` for any other address.
 *
 * The local part is `<stage>-<what>`: stage `rcpt`, `data`, `body` or `dot` for a recipient, `mail`
 * too for a sender; what is a reply code, `drop` (cut; at `dot` the message is stored), `lost` (cut,
 * nothing stored) or a delay such as `500ms`. `-2x` strikes the first two times only. A `+tag` makes
 * it an address of its own, with its own count: `rcpt-450-2x+order-7@fault.test`.
 */
export function parseFaultAddress(address: string): Fault | undefined {
  const lower = address.toLowerCase();
  if (!lower.endsWith(faultDomain)) return undefined;
  const match = grammar.exec(lower.slice(0, -faultDomain.length));
  const [, word = "", what = "", times] = match ?? [];
  const stage = stageByWord[word];
  // No one reads a reply in the middle of a message.
  if (!stage || (stage === "body" && /^\d{3}$/.test(what))) return undefined;
  return {
    when: { stage, ...(times && { first: Number(times) }) },
    do: toAction(what),
  };
}

function toAction(what: string): FaultAction {
  if (what === "drop") return { drop: true };
  if (what === "lost") return { drop: true, stored: false };
  return what.endsWith("ms") ? { delayMs: Number(what.slice(0, -2)) } : { reply: Number(what) };
}
