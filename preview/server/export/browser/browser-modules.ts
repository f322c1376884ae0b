import { isBuiltin } from "node:module";
import type { Plugin } from "vite";
import { ownFile } from "../../../../src/build/loading/react-email-imports.ts";

const nodePrefix = "\0letterpress:node:";
const lightning = "\0letterpress:lightningcss";
const reactServer = "\0letterpress:react-dom-server";

/**
 * Gives what an email stands on in Node the form that it has in a browser: lightningcss as
 * WebAssembly, React's server renderer for browsers, and in the place of Node's own modules
 * functions that say, when they are called, that there is none.
 */
export function browserModules(): Plugin {
  return {
    name: "letterpress:browser-modules",
    enforce: "pre",
    resolveId(id, importer) {
      if (isBuiltin(id)) return nodePrefix + id.replace(/^node:/, "");
      if (id === "lightningcss" && importer !== lightning) return lightning;
      if (id === "react-dom/server") return reactServer;
      return undefined;
    },
    async load(id) {
      if (id.startsWith(nodePrefix)) return refusingModule(id.slice(nodePrefix.length));
      if (id === reactServer) return reactForBrowsers;
      if (id !== lightning) return undefined;
      const wasm = await this.resolve("lightningcss-wasm", ownFile);
      return wasm ? lightningFrom(wasm.id) : withoutLightning;
    },
  };
}

/** What is asked while a module loads, and says where something lies; and where a stream ends. */
const known: Readonly<Record<string, string>> = {
  path: `{ dirname: (path) => path.replace(/\\/[^/]*$/, "") }`,
  stream: `{
    Writable: class {
      constructor(options) { this.options = options; }
      write(chunk) { this.options.write(chunk, "buffer", () => undefined); }
      end() { this.options.final(() => undefined); }
    },
  }`,
  url: `{ fileURLToPath: (url) => decodeURIComponent(new URL(url).pathname) }`,
};

/** A module with the names of Node's, each of which fails when it is called. */
async function refusingModule(name: string): Promise<string> {
  const module: object = await import(/* @vite-ignore */ `node:${name}`);
  const names = Object.keys(module).filter((one) => one !== "default" && /^[a-z_]\w*$/i.test(one));
  return `
    const known = ${known[name] ?? "{}"};
    const refuse = (what) => known[what] ?? function () {
      throw new Error("Cannot run in a browser: it uses " + what + " of node:${name}");
    };
    ${names.map((one, at) => `const v${at} = refuse(${JSON.stringify(one)});`).join("\n")}
    export { ${names.map((one, at) => `v${at} as ${one}`).join(", ")} };
    export default { ${names.map((one, at) => `${one}: v${at}`).join(", ")} };
  `;
}

/** React's stream for browsers under the name and in the form of that for Node. */
const reactForBrowsers = `
  import { renderToReadableStream, renderToString } from "react-dom/server.browser";
  export { renderToString };
  export function renderToPipeableStream(element, { onAllReady, ...options }) {
    const stop = new AbortController();
    let bytes;
    // What goes wrong, onError is told.
    renderToReadableStream(element, { ...options, signal: stop.signal }).then(async (stream) => {
      await stream.allReady;
      bytes = new Uint8Array(await new Response(stream).arrayBuffer());
      onAllReady();
    }).catch(() => undefined);
    return {
      pipe(writable) {
        writable.write(bytes);
        writable.end();
      },
      abort: (reason) => stop.abort(reason),
    };
  }
`;

function lightningFrom(file: string): string {
  return `
    import init, { transform } from ${JSON.stringify(file)};
    await init();
    export { transform };
  `;
}

const withoutLightning = `
  export function transform() {
    throw new Error("Cannot run in a browser: its styles need lightningcss-wasm, which was not installed when this was exported; install it and export again");
  }
`;
