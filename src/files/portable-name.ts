/**
 * What Windows keeps for devices, whatever ending follows.
 *
 * @see https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?= *(?:\.|$))/iu;

/** What Windows takes in no name, and what ends a path elsewhere. */
const forbidden = /[<>:"/\\|?*\p{Cc}]/gu;

/** Windows drops them from the end of a name, so that the file is called otherwise. */
const dropped = /[. ]+$/u;

/** Whether every system takes this as the name of a file or a folder. */
export function isPortableName(name: string): boolean {
  return name !== "" && toPortableName(name) === name;
}

/** A name as every system takes it: the name itself, or the nearest one. `aux.png` is `aux_.png`. */
export function toPortableName(name: string): string {
  return name
    .replace(forbidden, "_")
    .replace(dropped, (end) => "_".repeat(end.length))
    .replace(device, "$&_");
}
