import type { PackageFile } from "../package-file.ts";

/** Whether a specifier names one of React Email's packages. */
export function isReactEmail(specifier: string): boolean {
  return /^(?:@react-email\/|react-email(?:$|\/))/.test(specifier);
}

/** Whether a file is one of React Email's own. */
export function isReactEmailFile(file: string): boolean {
  return /\/node_modules\/(?:@react-email|react-email)\//.test(file);
}

/** Whether a file is part of React Email's Tailwind component, which holds the compiler. */
export function isTailwindPart(file: string): boolean {
  return /\/(?:@react-email\/tailwind\/|react-email\/dist\/components\/tailwind\/)/.test(file);
}

/**
 * Whether a package is made of React Email's components. Such a package is compiled in, so that it
 * gets the same components as the email, and the compiler of Tailwind that works.
 */
export function buildsOnReactEmail({ content }: PackageFile): boolean {
  const names = Object.keys({ ...content.dependencies, ...content.peerDependencies });
  return names.some(isReactEmail);
}
