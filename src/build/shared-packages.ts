/** Whether a specifier names a package that an app and its emails must share one copy of. */
export function isShared(specifier: string): boolean {
  return /^(?:react|react-dom|letterpress)(?:\/|$)/.test(specifier);
}
