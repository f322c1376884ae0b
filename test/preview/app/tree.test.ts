import { describe, expect, test } from "vitest";
import {
  buildTree,
  flattenTree,
  foldersOf,
  listInOrder,
  markMatches,
  matchesFilter,
  type TreeNode,
} from "../../../preview/app/emails/tree.ts";
import { moveInTree } from "../../../preview/app/emails/tree-keys.ts";

const treeOf = (...ids: string[]) => buildTree(ids.map((id) => ({ id })));

/** The tree as indented lines; folders end in a slash. */
function draw(nodes: readonly TreeNode[], closed: readonly string[] = []): string[] {
  return flattenTree(nodes, new Set(closed)).map(
    ({ node, level }) => "  ".repeat(level - 1) + node.label + (node.kind === "folder" ? "/" : ""),
  );
}

describe("the tree", () => {
  test("follows from the ids, in natural order", () => {
    expect(draw(treeOf("step-10", "step-2", "orders/refund", "account/welcome"))).toEqual([
      ...["account/", "  welcome", "orders/", "  refund", "step-2", "step-10"],
    ]);
  });

  test("merges a folder that holds nothing but a folder", () => {
    expect(draw(treeOf("a/b/c/one", "a/b/c/two", "d/e", "d/f/g"))).toEqual([
      ...["a / b / c/", "  one", "  two", "d/", "  e", "  f/", "    g"],
    ]);
  });

  test("keeps an email and a folder of the same name apart", () => {
    expect(draw(treeOf("orders", "orders/refund"))).toEqual(["orders", "orders/", "  refund"]);
  });

  test("puts what was edited last first, and a folder where its newest email would stand", () => {
    const emails = [
      ...[
        { id: "a/one", modifiedAt: 1 },
        { id: "a/two", modifiedAt: 4 },
      ],
      ...[
        { id: "b/three", modifiedAt: 5 },
        { id: "z", modifiedAt: 3 },
      ],
      ...[
        { id: "c/d/four", modifiedAt: 2 },
        { id: "same", modifiedAt: 3 },
      ],
    ];
    expect(draw(buildTree(emails, "recent"))).toEqual([
      ...["b/", "  three", "a/", "  two", "  one", "same", "z", "c / d/", "  four"],
    ]);
  });

  test("hides what stands in a closed folder, but not from next and previous", () => {
    const tree = treeOf("a/b/one", "a/b/two", "z");
    expect(draw(tree, ["a/b"])).toEqual(["a / b/", "z"]);
    expect(listInOrder(tree)).toEqual(["a/b/one", "a/b/two", "z"]);
  });

  test("tells each row its place among its siblings", () => {
    const rows = flattenTree(treeOf("a/one", "a/two", "z"), new Set());
    expect(rows.map(({ position, siblings }) => [position, siblings])).toEqual([
      ...[
        [1, 2],
        [1, 2],
        [2, 2],
        [2, 2],
      ],
    ]);
  });

  test("knows the folders around an email", () => {
    expect(foldersOf("a/b/one")).toEqual(["a", "a/b"]);
    expect(foldersOf("one")).toEqual([]);
  });
});

describe("the filter", () => {
  test.each([
    ["orders/order-confirmation", "conf", true],
    ["orders/order-confirmation", "ORD conf", true],
    ["orders/order-confirmation", "conf refund", false],
    ["orders/order-confirmation", "  ", true],
    ["a.b", "a?b", false],
  ])("%s for %j: %s", (id, filter, found) => {
    expect(matchesFilter(id, filter)).toBe(found);
  });

  test("marks what it found and takes no sign for a pattern", () => {
    expect(markMatches("order-confirmation", "con ord")).toEqual([
      { text: "ord", found: true, at: 0 },
      { text: "er-", found: false, at: 3 },
      { text: "con", found: true, at: 6 },
      { text: "firmation", found: false, at: 9 },
    ]);
    expect(markMatches("a(b", "(")).toContainEqual({ text: "(", found: true, at: 1 });
  });
});

describe("the keys of the tree", () => {
  const rows = flattenTree(treeOf("a/one", "a/two", "b/three", "z"), new Set(["b"]));
  const at = (path: string) => rows.findIndex(({ node }) => node.path === path);
  const press = (path: string, key: string) => moveInTree(rows, at(path), key);

  test.each([
    ["a", "ArrowDown", { kind: "focus", index: 1 }],
    ["a/one", "ArrowUp", { kind: "focus", index: 0 }],
    ["a", "ArrowUp", null],
    ["z", "ArrowDown", null],
    ["a/two", "Home", { kind: "focus", index: 0 }],
    ["a", "End", { kind: "focus", index: rows.length - 1 }],
    ["a", "ArrowLeft", { kind: "fold", open: false }],
    ["a", "ArrowRight", { kind: "focus", index: 1 }],
    ["b", "ArrowRight", { kind: "fold", open: true }],
    ["a/two", "ArrowLeft", { kind: "focus", index: 0 }],
    ["z", "ArrowRight", null],
    ["a", "x", null],
  ] as const)("on %s, %s: %o", (path, key, move) => {
    expect(press(path, key)).toEqual(move);
  });
});
