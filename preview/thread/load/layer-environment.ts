import { syncBuiltinESMExports } from "node:module";

/**
 * Puts the project's `.env` files below `process.env`: emails read a variable from the environment,
 * and where it has none, from the files. The environment itself stays as it is, so that neither
 * Vite nor the app beside the preview takes a value of a file for one that was set outside.
 *
 * @param values what the files hold and the environment does not
 */
export function layerEnvironment(values: Readonly<Record<string, string>>): void {
  const below = new Map(Object.entries(values));
  // The time zone is the process's: a variable that nothing but V8 reads.
  const timeZone = below.get("TZ");
  if (timeZone !== undefined) process.env.TZ ??= timeZone;
  process.env = layer(process.env, below);
  // For `import { env } from "node:process"`.
  syncBuiltinESMExports();
}

function layer(above: NodeJS.ProcessEnv, below: Map<string, string>): NodeJS.ProcessEnv {
  const has = (name: string | symbol) => name in above || below.has(String(name));
  const get = (name: string | symbol) =>
    name in above || typeof name === "symbol" ? Reflect.get(above, name) : below.get(name);
  return new Proxy(above, {
    has: (_, name) => has(name),
    get: (_, name) => get(name),
    set: (_, name, value) => Reflect.set(above, name, value),
    deleteProperty(_, name) {
      below.delete(String(name));
      return Reflect.deleteProperty(above, name);
    },
    ownKeys: () => [...new Set([...Reflect.ownKeys(above), ...below.keys()])],
    getOwnPropertyDescriptor(_, name) {
      if (!has(name) || (typeof name === "symbol" && !Object.hasOwn(above, name))) return undefined;
      return { value: get(name), writable: true, enumerable: true, configurable: true };
    },
  });
}
