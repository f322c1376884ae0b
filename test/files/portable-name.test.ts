import { expect, test } from "vitest";
import { isPortableName, toPortableName } from "../../src/files/portable-name.ts";

test.each([
  ["CON", "CON_"],
  ["aux.tsx", "aux_.tsx"],
  ["Nul.tar.gz", "Nul_.tar.gz"],
  ["con .html", "con_ .html"],
  ["com1", "com1_"],
  ["LPT9.png", "LPT9_.png"],
  ["com¹.txt", "com¹_.txt"],
  ["CONOUT$", "CONOUT$_"],
  ["order: 20418", "order_ 20418"],
  ['a<b>c"d|e?f*g\\h/i', "a_b_c_d_e_f_g_h_i"],
  ["tab\there", "tab_here"],
  ["Fin.", "Fin_"],
  ["end . ", "end___"],
])("%j is written as %j", (name, portable) => {
  expect(toPortableName(name)).toBe(portable);
  expect(isPortableName(name)).toBe(false);
  expect(isPortableName(portable)).toBe(true);
});

test.each([
  "welcome",
  "console",
  "auxiliary.tsx",
  "com10",
  "lpt",
  "a.b.c",
  ".env",
  "Öffnung",
  "注文",
  "con-1",
])("%j is taken by every system", (name) => {
  expect(toPortableName(name)).toBe(name);
  expect(isPortableName(name)).toBe(true);
});

test("no name is no name", () => {
  expect(isPortableName("")).toBe(false);
});
