import { useEffect, useState } from "react";
import { Button, IconButton } from "./button.tsx";
import { Check, Copy } from "./icons.ts";
import { useNotices } from "./notices.tsx";

/** How long the tick stays, ms. */
const tickMs = 1500;

/** Copies a text. With `word` it shows that word, else it is an icon. */
export function CopyButton({
  text,
  name = "Copy",
  word,
  tabIndex,
}: {
  readonly text: string;
  readonly name?: string;
  readonly word?: string;
  /** Where Tab stops at few of many buttons. */
  readonly tabIndex?: number;
}) {
  const [copied, setCopied] = useState(false);
  const { announce, notify } = useNotices();

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), tickMs);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      announce("Copied");
    } catch {
      notify({
        tone: "failed",
        text: "The browser refused the clipboard. Select and copy by hand.",
      });
    }
  }

  const icon = copied ? <Check size={16} /> : <Copy size={16} />;
  if (word === undefined) {
    return (
      <IconButton name={name} tabIndex={tabIndex} onClick={copy}>
        {icon}
      </IconButton>
    );
  }
  return (
    <Button kind="quiet" tabIndex={tabIndex} onClick={copy} aria-label={name}>
      {icon} <span className="copy-word">{copied ? "Copied" : word}</span>
    </Button>
  );
}
