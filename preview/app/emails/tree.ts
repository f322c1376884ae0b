import type { EmailSummary } from "../../protocol/index.ts";
import type { EmailOrder } from "./email-order.ts";

/** A folder of the tree. */
export interface TreeFolder {
  readonly kind: "folder";
  /** Path below the emails folder, `account/security`. */
  readonly path: string;
  /** Its name, or `account / security` where a folder holds nothing but one folder. */
  readonly label: string;
  readonly children: readonly TreeNode[];
}

/** An email in the tree. */
export interface TreeEmail {
  readonly kind: "email";
  /** The email's id. */
  readonly path: string;
  /** The id's last part. */
  readonly label: string;
}

/** What stands in the tree. */
export type TreeNode = TreeFolder | TreeEmail;

/** One visible line of the tree. */
export interface TreeRow {
  readonly node: TreeNode;
  /** From 1. */
  readonly level: number;
  /** Place among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
  readonly expanded: boolean;
}

/**
 * Makes the tree that the ids describe: in natural order, `step-2` before `step-10`, or what was
 * edited last first, a folder as its newest email.
 */
export function buildTree(
  emails: readonly (Pick<EmailSummary, "id"> & Partial<EmailSummary>)[],
  order: EmailOrder = "name",
): TreeNode[] {
  const newest = order === "recent" ? newestBelow(emails) : new Map<string, number>();
  return buildLevel(
    emails.map(({ id }) => id),
    "",
    (one, other) =>
      (newest.get(keyOf(other)) ?? 0) - (newest.get(keyOf(one)) ?? 0) || compareNodes(one, other),
  );
}

type Compare = (one: TreeNode, other: TreeNode) => number;

function buildLevel(ids: readonly string[], prefix: string, compare: Compare): TreeNode[] {
  const folders = new Map<string, string[]>();
  const nodes: TreeNode[] = [];
  for (const id of ids) {
    const slash = id.indexOf("/", prefix.length);
    if (slash < 0) {
      nodes.push({ kind: "email", path: id, label: id.slice(prefix.length) });
      continue;
    }
    const path = id.slice(0, slash);
    const inside = folders.get(path);
    if (inside) inside.push(id);
    else folders.set(path, [id]);
  }
  for (const [path, inside] of folders) {
    const children = buildLevel(inside, `${path}/`, compare);
    nodes.push(mergeOnlyFolder(path, path.slice(prefix.length), children));
  }
  return nodes.sort(compare);
}

function mergeOnlyFolder(path: string, label: string, children: readonly TreeNode[]): TreeFolder {
  const [only, ...others] = children;
  if (only?.kind !== "folder" || others.length > 0) {
    return { kind: "folder", path, label, children };
  }
  return { ...only, label: `${label} / ${only.label}` };
}

/** When each email, and anything in each folder, was edited last. */
function newestBelow(
  emails: readonly (Pick<EmailSummary, "id"> & Partial<EmailSummary>)[],
): ReadonlyMap<string, number> {
  const newest = new Map<string, number>();
  for (const { id, modifiedAt = 0 } of emails) {
    newest.set(id, modifiedAt);
    for (const folder of foldersOf(id)) {
      newest.set(`${folder}/`, Math.max(modifiedAt, newest.get(`${folder}/`) ?? 0));
    }
  }
  return newest;
}

function keyOf({ kind, path }: TreeNode): string {
  return kind === "folder" ? `${path}/` : path;
}

const collator = new Intl.Collator("en", { numeric: true });

function compareNodes(one: TreeNode, other: TreeNode): number {
  return collator.compare(one.label, other.label) || one.kind.localeCompare(other.kind);
}

/** The lines that show when these folders are closed. */
export function flattenTree(
  nodes: readonly TreeNode[],
  closed: ReadonlySet<string>,
  level = 1,
): TreeRow[] {
  return nodes.flatMap((node, index) => {
    const expanded = node.kind === "folder" && !closed.has(node.path);
    const row = { node, level, position: index + 1, siblings: nodes.length, expanded };
    return expanded ? [row, ...flattenTree(node.children, closed, level + 1)] : [row];
  });
}

/** Ids of the emails in the order of the tree, those in closed folders included. */
export function listInOrder(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap((node) =>
    node.kind === "email" ? [node.path] : listInOrder(node.children),
  );
}

/** Whether every word of the filter stands somewhere in the id; case does not matter. */
export function matchesFilter(id: string, filter: string): boolean {
  const haystack = id.toLowerCase();
  return splitFilter(filter).every((word) => haystack.includes(word));
}

/** A piece of a label, and where in it the piece begins. */
export interface LabelPiece {
  readonly text: string;
  readonly found: boolean;
  readonly at: number;
}

/** Cuts a label into pieces, those that the filter found marked. */
export function markMatches(label: string, filter: string): LabelPiece[] {
  const words = splitFilter(filter).map((word) => word.replace(/[^\p{L}\p{N}]/gu, "\\$&"));
  if (words.length === 0) return [{ text: label, found: false, at: 0 }];
  let at = 0;
  return label
    .split(new RegExp(`(${words.join("|")})`, "i"))
    .map((text, index) => {
      at += text.length;
      return { text, found: index % 2 === 1, at: at - text.length };
    })
    .filter(({ text }) => text !== "");
}

function splitFilter(filter: string): string[] {
  return filter.toLowerCase().split(/\s+/).filter(Boolean);
}

/** The folders that an email stands in, outermost first. */
export function foldersOf(id: string): string[] {
  const parts = id.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
