import { join } from "node:path";
import { normalizePath, type Plugin } from "vite";
import { locatorKey } from "../../thread/locate/locator-key.ts";
import { emailEnvironmentName } from "../emails/email-environment.ts";

/** What JSX of a development build imports. */
const runtime = "react/jsx-dev-runtime";

/** As a package's file, so that no stack of an element takes it for the author's. */
const entryName = "node_modules/.letterpress/jsx-dev-runtime.js";

const imported = new RegExp(`(\\bfrom\\s*)(["'])${runtime}\\2`);

/**
 * Stands between the project's JSX and React, and hands each element to whoever locates elements in
 * this very render; to React alone when no one does, which is always so when an email is shown or
 * sent. Packages bring their own JSX and are left alone.
 */
export function elementPlaces(emailsDir: () => string): Plugin {
  // As if in the emails folder, so that it finds the React that the emails find.
  const entry = () => normalizePath(join(emailsDir(), entryName));
  return {
    name: "letterpress:element-places",
    applyToEnvironment: (environment) => environment.name === emailEnvironmentName,
    resolveId: (id) => (id === entry() ? id : undefined),
    load: (id) => (id === entry() ? wrapper : undefined),
    // In the code, because Vite leaves an import of React to Node without asking anyone.
    transform(code, id) {
      // Nor the entry of another copy of this plugin: each would hand its elements to the other.
      if (id.endsWith(`/${entryName}`) || id.includes("/node_modules/")) return undefined;
      if (!imported.test(code)) return undefined;
      const written = JSON.stringify(entry());
      return { code: code.replace(imported, (_, from: string) => from + written), map: null };
    },
  };
}

const wrapper = `import { Fragment, jsxDEV as make } from ${JSON.stringify(runtime)};
const locators = Symbol.for(${JSON.stringify(locatorKey)});
export { Fragment };
export function jsxDEV(type, props, key, isStatic, source, self) {
  const locator = globalThis[locators]?.getStore();
  return locator
    ? locator.create(make, type, props, key, isStatic, source, self)
    : make(type, props, key, isStatic, source, self);
}
`;
