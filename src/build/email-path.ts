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
