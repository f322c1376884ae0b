import { posix } from "node:path";
import type { Plugin } from "vite";

/**
 * Gives an imported file of the static folder the address that it is served at, as if the email
 * had named it: `import logo from "./static/logo.png"` is `"/static/logo.png"`.
 *
 * @param emailsDir gives the folder of the emails, with forward slashes
 */
export function staticImports(emailsDir: () => string): Plugin {
  return {
    name: "letterpress:static-imports",
    enforce: "pre",
    load(id) {
      const folder = posix.join(emailsDir(), "static/");
      if (!id.startsWith(folder) || !/\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp)$/i.test(id)) return;
      const address = `/static/${id.slice(folder.length).split("/").map(encodeURIComponent).join("/")}`;
      return { code: `export default ${JSON.stringify(address)};\n`, moduleType: "js" };
    },
  };
}
