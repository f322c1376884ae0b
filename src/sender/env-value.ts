/** Quotes in which a value may stand, typographic ones too, which editors put in their place. */
const quote = `["'\`“”‘’]`;

const inQuotes = new RegExp(`^${quote}.*${quote}$`, "su");
const atAnEnd = new RegExp(`^${quote}|${quote}$`, "u");

/** What stands in examples and in files that something was to fill in. */
const placeholder =
  /\$\{\w+\}|\$\(\w+\)|\{\{.*\}\}|^\$\w+$|^<[^@]*>$|^(?:changeme|change[-_ ]me|todo|your[-_ ].*)$/is;

/**
 * What is wrong with the value of a variable before one looks at what it is for: what a shell would
 * have taken off or put in, and `docker run --env-file`, systemd or a host's form did not.
 *
 * @param mayHoldQuotes whether a quote may begin or end it, as around the name of an address
 * @returns a problem as it follows the variable's name; never the value
 */
export function problemOfEnvValue(
  name: string,
  value: string,
  mayHoldQuotes: boolean,
): string | undefined {
  if (inQuotes.test(value) || (!mayHoldQuotes && atAnEnd.test(value))) {
    return "stands in quotes, and no shell has taken them off: docker's --env-file and others keep them; take the quotes off";
  }
  if (mayHoldQuotes && (value.match(/"/g)?.length ?? 0) % 2 === 1) {
    return "has a quote that is opened and not closed; take it off";
  }
  if (value.startsWith(`${name}=`)) return `repeats its own name; take off '${name}='`;
  if (/^(?:undefined|null|nan|\[object object\])$/i.test(value)) {
    return `is the word '${value}', which a program writes where it has nothing; set it to the value itself`;
  }
  if (placeholder.test(value)) {
    return "holds a placeholder that nothing has replaced; set it to the value itself";
  }
  return undefined;
}

/**
 * The name under which a variable is set by a slip: `export NAME` where a file was read without a
 * shell, or with a space or a byte order mark around it.
 */
export function findMisnamed(env: Readonly<Record<string, unknown>>, name: string) {
  if (env[name] !== undefined) return undefined;
  return Object.keys(env).find(
    (key) => key !== name && key.trim().replace(/^(?:export|set)\s+/i, "") === name,
  );
}
