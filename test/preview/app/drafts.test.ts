import { describe, expect, test } from "vitest";
import { createDrafts } from "../../../preview/app/data/drafts.ts";
import { emailRoute } from "../../../preview/app/route.ts";

const at = (id: string, props: string | null = null) => emailRoute(id, { props });

describe("the edits of an email", () => {
  test("are those of a link, until one edits on", () => {
    const drafts = createDrafts();
    expect(drafts.propsOf(at("a", "1"))).toBe("1");
    drafts.adopt(at("a", "1"));
    drafts.edit("a", "2");
    // The address still says what it said.
    expect(drafts.propsOf(at("a", "1"))).toBe("2");
    drafts.tell("a");
    expect(drafts.propsOf(at("a", "2"))).toBe("2");
    // Back in the history: an older state of them.
    expect(drafts.propsOf(at("a", "1"))).toBe("1");
  });

  test("are still there when one comes back by a link without any, and are no other email's", () => {
    const drafts = createDrafts();
    drafts.adopt(at("a"));
    drafts.edit("a", "1");
    drafts.adopt(at("b"));
    expect(drafts.propsOf(at("b"))).toBeNull();
    expect(drafts.propsOf(at("a"))).toBe("1");
    drafts.adopt(at("a"));
    expect(drafts.propsOf(at("a"))).toBe("1");
    drafts.edit("a", null);
    expect(drafts.propsOf(at("a"))).toBeNull();
  });

  test("change nothing for those who listen when nothing is new", () => {
    const drafts = createDrafts();
    let told = 0;
    drafts.store.subscribe(() => {
      told += 1;
    });
    drafts.adopt(at("a"));
    drafts.adopt(at("a", "1"));
    drafts.adopt(at("a", "1"));
    expect(told).toBe(1);
  });
});
