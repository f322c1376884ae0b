const sourceEnding = /\.(?:tsx|jsx|ts|js)$/;
const otherKind = /\.(?:d|test|spec|stories)$/;
const otherFolders = new Set(["components", "static", "node_modules"]);

/** Whether a folder of this name may hold emails. */
export function isEmailFolderName(name: string): boolean {
  return !isPrivateName(name) && !otherFolders.has(name);
}

/** Whether a file of this name may be an email. */
export function isEmailFileName(name: string): boolean {
  return (
    !isPrivateName(name) &&
    sourceEnding.test(name) &&
    !otherKind.test(name.replace(sourceEnding, ""))
  );
}

/** Whether a path below the emails folder, with forward slashes, may be an email's. */
export function isEmailPath(path: string): boolean {
  const names = path.split("/");
  const file = names.pop() ?? "";
  return isEmailFileName(file) && names.every(isEmailFolderName);
}

/** The id of an email: its path below the emails folder without the ending. */
export function toEmailId(path: string): string {
  return path.replace(sourceEnding, "");
}

function isPrivateName(name: string): boolean {
  return name.startsWith("_") || name.startsWith(".");
}

/**
 * Why a path below the emails folder, with forward slashes, is not looked at, as a sentence without
 * its end; `undefined` where it is.
 */
export function whyNotLookedAt(path: string): string | undefined {
  const names = path.split("/");
  const file = names.pop() ?? "";
  const folder = names.find((name) => !isEmailFolderName(name));
  if (folder !== undefined) {
    return isPrivateName(folder)
      ? `the name of the folder ${folder} begins with "${folder.charAt(0)}"`
      : `the folder ${folder} holds no emails`;
  }
  if (isEmailFileName(file)) return undefined;
  return isPrivateName(file)
    ? `its name begins with "${file.charAt(0)}"`
    : "files of this kind hold no emails";
}

/**
 * Why an email's file cannot be loaded under its name, `undefined` where it can.
 *
 * @param realPath absolute
 */
export function whyUnloadable(id: string, realPath: string): string | undefined {
  const [sign] = /[?#]/.exec(realPath) ?? [];
  return sign === undefined
    ? undefined
    : `Cannot load "${id}": Vite takes the ${sign} in ${realPath} for the end of the path; rename the file or the folder`;
}
