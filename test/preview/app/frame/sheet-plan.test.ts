import { describe, expect, test } from "vitest";
import { besideQuery } from "../../../../preview/app/emails/beside-query.ts";
import { besideGroups, sizeGroups } from "../../../../preview/app/frame/look-menus.ts";
import { describeWidth } from "../../../../preview/app/frame/presets.ts";
import {
  planSheets,
  scaleDesktop,
  stepZoom,
  zoomScale,
} from "../../../../preview/app/frame/sheet-plan.ts";
import { emailRoute, type FrameLook, plainLook } from "../../../../preview/app/route.ts";
import {
  nextCell,
  sheetColumns,
  sheetScale,
} from "../../../../preview/app/variant-sheet/sheet-columns.ts";

const plan = (look: Partial<FrameLook>) =>
  planSheets({ ...plainLook, ...look }).map(({ shows, theme, width }) => [shows, theme, width]);

describe("the sheets of a look", () => {
  test.each([
    [{}, [["email", "light", "desktop"]]],
    [{ width: 480, theme: "dark" }, [["email", "dark", 480]]],
    [
      { width: "both" },
      [
        ["email", "light", 375],
        ["email", "light", "desktop"],
      ],
    ],
    [
      { beside: "theme" },
      [
        ["email", "light", "desktop"],
        ["email", "dark", "desktop"],
      ],
    ],
    [
      { beside: "theme", theme: "partial", width: 375 },
      [
        ["email", "light", 375],
        ["email", "partial", 375],
      ],
    ],
    [
      { beside: "variant:b", theme: "dark" },
      [
        ["email", "dark", "desktop"],
        ["other", "dark", "desktop"],
      ],
    ],
  ] as const)("%j are %j", (look, sheets) => {
    expect(plan(look)).toEqual(sheets);
  });

  test("are drawn at the zoom, or so that all of them fit", () => {
    expect(zoomScale(50, [{ width: 375 }], 1000)).toBe(0.5);
    expect(zoomScale("fit", [{ width: 375 }], 1000)).toBe(1);
    expect(zoomScale("fit", [{ width: 768 }], 384)).toBe(0.5);
    expect(zoomScale("fit", [{ width: 375 }, { width: "desktop" }], 24 + 1175 / 2)).toBe(0.5);
    expect(zoomScale("fit", [{ width: 768 }], 0)).toBe(1);
  });

  test("are zoomed in steps, up to an end", () => {
    expect([stepZoom(100, 1), stepZoom(90, 1), stepZoom(200, 1)]).toEqual([125, 100, 200]);
    expect([stepZoom(100, -1), stepZoom(25, -1)]).toEqual([75, 25]);
  });

  test("are called by their device where there is one", () => {
    expect([375, 376, 768].map(describeWidth)).toEqual(["Phone 375", "376 px", "Tablet 768"]);
  });
});

describe("what lies beside", () => {
  test.each([
    [
      { beside: "variant:b", props: "{}" },
      { variant: "b", locale: null, props: null },
    ],
    [
      { beside: "locale:de", props: "{}", variant: "a" },
      { variant: "a", locale: "de", props: "{}" },
    ],
    [{ beside: "theme" }, null],
    [{ beside: "variant:b", width: "both" }, null],
    [{}, null],
  ] as const)("%j asks for %j", (route, query) => {
    expect(besideQuery(emailRoute("x", route))).toEqual(query && { id: "x", ...query });
  });

  test("is offered but for what shows already, and ends a pair of two widths", () => {
    let changed: Partial<FrameLook> = {};
    const variants = [
      { name: "A", slug: "a" },
      { name: "B", slug: "b" },
    ];
    const groups = besideGroups({ ...plainLook, width: "both" }, (change) => (changed = change), {
      ...{ variants, variant: "a", locales: ["en", "de"], locale: "en" },
    });
    expect(groups.map(({ options }) => options.map(({ label }) => label))).toEqual([
      ["Nothing", "Phone and desktop", "Light and dark"],
      ["B"],
      ["de"],
    ]);
    groups[1]?.options[0]?.onChoose();
    expect(changed).toEqual({ beside: "variant:b", width: "desktop" });
  });

  test("and every size is chosen by name", () => {
    const groups = sizeGroups({ ...plainLook, width: 768, zoom: 75, rtl: true }, () => undefined);
    const checked = groups.flatMap(({ options }) =>
      options.filter((option) => option.checked).map(({ label }) => label),
    );
    expect(checked).toEqual(["Tablet", "75", "Right-to-left"]);
  });
});

describe("the sheet of every variant", () => {
  const columns = sheetColumns({ theme: "light" });

  test("has phone and desktop, light and dark, or dark as a client makes it", () => {
    expect(columns.map(({ name }) => name)).toEqual([
      ...["Phone, light", "Phone, dark", "Desktop, light", "Desktop, dark"],
    ]);
    expect(sheetColumns({ theme: "full" })[1]).toMatchObject({ theme: "full", width: 375 });
  });

  test("fits its room, but never so that nothing can be told", () => {
    expect(sheetScale(columns, 48 + 2350 / 2, "fit")).toBe(0.5);
    expect(sheetScale(columns, 300, 100)).toBe(0.25);
    expect(sheetScale(columns, 300, 50)).toBe(0.5);
  });

  test("is walked by arrows, and not beyond its edge", () => {
    const walk = (key: string, at: number) => nextCell(key, at, 4, 12);
    expect(["ArrowRight", "ArrowDown", "ArrowUp", "j"].map((key) => walk(key, 5))).toEqual([
      ...[6, 9, 1, null],
    ]);
    expect([walk("ArrowLeft", 0), walk("ArrowDown", 9)]).toEqual([null, null]);
  });
});

test("a desktop beside another sheet keeps a desktop's width where the room is narrower", () => {
  const pair = planSheets({ ...plainLook, width: "both" });
  expect(scaleDesktop(100, pair, 375 + 24 + 400)).toEqual({ width: 800, scale: 0.5 });
  expect(scaleDesktop(100, pair, 375 + 24 + 800)).toBeNull();
  // A phone has no room for two, a chosen zoom counts, and one sheet alone is as it is.
  expect(scaleDesktop(100, pair, 360)).toBeNull();
  expect(scaleDesktop(75, pair, 800)).toBeNull();
  expect(scaleDesktop(100, planSheets(plainLook), 400)).toBeNull();
  const themes = planSheets({ ...plainLook, beside: "theme" });
  expect(scaleDesktop(100, themes, 24 + 800)).toEqual({ width: 800, scale: 0.5 });
});
