/** A script of React Email, and what takes its place. */
export interface MovedScript {
  readonly script: string;
  /** What is left as it was, and why; empty when all was moved. */
  readonly remarks: readonly string[];
}

/** React Email's options, and ours. `undefined`: ours needs none. */
const options: Readonly<Record<string, string | undefined>> = {
  "--dir": "--emails",
  "-d": "--emails",
  "--port": "--port",
  "-p": "--port",
  "--outDir": "--out",
  "--out": "--out",
  "--pretty": undefined,
};

/** A command that stands in quotes, as `concurrently` takes them. */
const quoted = /(["'])(?:npx\s+)?(?:react-)?email\s+(dev|export|build|start)\b((?:(?!\1).)*)\1/g;

/** One that stands alone, or behind another. */
const plain =
  /((?:^|[\s&|;])\s*)(?:npx\s+)?(?:react-)?email\s+(dev|export|build|start)\b([^&|;]*)/g;

/** Options that have no value. */
const switches = new Set(["--pretty", "--plainText", "--silent", "-s"]);

/**
 * Moves the commands of React Email in a script over: `email dev --dir src/emails -p 3001` becomes
 * `letterpress dev --emails src/emails --port 3001`. Whatever else the script does stays.
 *
 * @see https://react.email/docs/cli
 */
export function moveScript(script: string): MovedScript {
  const remarks: string[] = [];
  const move = (whole: string, before: string, command: string, rest: string, after = "") => {
    if (command === "build" || command === "start") {
      remarks.push(
        `"email ${command}" serves the preview to others; letterpress export writes it for any static host`,
      );
      return whole;
    }
    return `${before}letterpress ${command}${moveOptions(rest, remarks)}${after}`;
  };
  const moved = script
    .replace(quoted, (whole, quote, command, rest) => move(whole, quote, command, rest, quote))
    .replace(plain, (whole, before, command, rest) => move(whole, before, command, rest));
  return { script: moved, remarks };
}

function moveOptions(text: string, remarks: string[]): string {
  const words = text.match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  const moved: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const [name = "", inline] = (words[at] as string).split(/=(.*)/s);
    if (!name.startsWith("-")) {
      moved.push(words[at] as string);
      continue;
    }
    const value =
      inline ?? (switches.has(name) || words[at + 1]?.startsWith("-") ? undefined : words[++at]);
    const own = options[name];
    if (own !== undefined) moved.push(own, ...(value === undefined ? [] : [value]));
    else if (!(name in options))
      remarks.push(`the option ${name} has no counterpart and was left out`);
  }
  const [end = ""] = /\s*$/.exec(text) ?? [];
  return (moved.length > 0 ? ` ${moved.join(" ")}` : "") + end;
}

/** The folder that a script of React Email names, if it names one. */
export function emailsDirOf(script: string): string | undefined {
  const [, dir] =
    /\bemail\s+(?:dev|export)\b[^&|;]*?\s(?:--dir|-d)[\s=]+["']?([^\s"'&|;]+)/.exec(script) ?? [];
  return dir?.replace(/^\.\//, "").replace(/\/+$/, "");
}
