import type { ComponentFrame } from "../../protocol/index.ts";
import type { EmailRunner } from "../load/module-runner.ts";
import { authoredFrames, type ProjectFolders, toPlace } from "./authored-frames.ts";
import type { StackFrame } from "./stack.ts";

const mostFrames = 30;

/**
 * The components of the project that led to an error, innermost first: the one that failed, and
 * then each that wrote the element before it, at the line where it did.
 */
export function describeComponents(
  error: unknown,
  { toSource }: EmailRunner,
  folders: ProjectFolders,
): readonly ComponentFrame[] {
  const { componentStack, ownerStack, cause } = (error ?? {}) as Partial<Record<string, unknown>>;
  if (typeof componentStack !== "string") return [];
  const names = Array.from(componentStack.matchAll(/^\s*at (\S+)/gm), ([, name = ""]) => name);
  // React writes its stacks as V8 has them, before any source map.
  const written = authoredFrames(String(ownerStack ?? componentStack), folders)
    .filter(({ file }) => !file.endsWith(".entry.js"))
    .map(toSource);
  const failed = failedComponent(names[0], cause, folders) ?? asWritten(names[0], written[0]);
  const found = [...failed, ...toComponents(written, names)];
  const frames = found.map((frame) => ({ name: frame.name, place: toPlace(frame, folders) }));
  return frames.filter((frame, index) => !isSame(frame, frames[index - 1])).slice(0, mostFrames);
}

/** The component that threw, where it threw: React names it, and the error's own stack has the place. */
function failedComponent(
  name: string | undefined,
  cause: unknown,
  folders: ProjectFolders,
): readonly StackFrame[] | undefined {
  const { stack } = (cause ?? {}) as { readonly stack?: unknown };
  if (name === undefined || typeof stack !== "string") return undefined;
  const frames = authoredFrames(stack, folders);
  const frame = frames.find((one) => componentOf(one) === name);
  return frame && [{ ...frame, name }];
}

/** A component of a package, or one that waits: nearest to it is where its element was written. */
function asWritten(name: string | undefined, writtenAt: StackFrame | undefined) {
  return name !== undefined && /^\p{Lu}/u.test(name) && writtenAt ? [{ ...writtenAt, name }] : [];
}

/** An element may be written in a function that a component calls: its place, the component's name. */
function toComponents(
  frames: readonly StackFrame[],
  names: readonly string[],
): readonly StackFrame[] {
  const components: StackFrame[] = [];
  let writtenAt: StackFrame | undefined;
  for (const frame of frames) {
    writtenAt ??= frame;
    const name = componentOf(frame);
    if (!names.includes(name)) continue;
    components.push({ ...writtenAt, name });
    writtenAt = undefined;
  }
  return components;
}

/** A class's `render` is its component. */
function componentOf({ name }: StackFrame): string {
  return name.replace(/\.render$/, "");
}

function isSame(a: ComponentFrame, b: ComponentFrame | undefined): boolean {
  return a.name === b?.name && a.place.file === b.place.file;
}
