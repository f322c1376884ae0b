/**
 * Among the custom options of a resolution: to be told the file, for it is to be read or looked from,
 * where a plugin would otherwise leave a package to Node.
 */
export const asFile = "letterpress:as-file";
