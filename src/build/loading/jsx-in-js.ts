import type { Plugin } from "vite";
import type { Vite } from "../load-vite.ts";
import { reactJsx } from "./react-jsx.ts";

/** Takes JSX in the project's own `.js` files, as React Email does. */
export function jsxInJs({ transformWithOxc }: Pick<Vite, "transformWithOxc">): Plugin {
  return {
    name: "letterpress:jsx-in-js",
    enforce: "pre",
    transform(code, id) {
      const [file = ""] = id.split("?");
      if (!file.endsWith(".js") || id.includes("/node_modules/") || !/<[\w>]/.test(code)) return;
      return transformWithOxc(code, file, { lang: "jsx", jsx: reactJsx });
    },
  };
}
