import type { Random } from "./random.ts";

/** How clients write the labels of charsets. */
export const aliases: Readonly<Record<string, readonly string[]>> = {
  "utf-8": ["utf8", "UTF-8", '"utf-8"', "unicode-1-1-utf-8", "UTF8"],
  "iso-8859-1": ["latin1", "ISO8859-1", "iso_8859-1", "ISO-8859-1", "l1"],
  "windows-1252": ["cp1252", "Windows-1252", "x-cp1252"],
  "windows-1251": ["cp1251", "WINDOWS-1251"],
  shift_jis: ["x-sjis", "sjis", "Shift_JIS", "windows-31j", "cp932", "ms_kanji"],
  "euc-jp": ["x-euc-jp", "EUC-JP", "eucjp"],
  "iso-2022-jp": ["ISO-2022-JP", "csISO2022JP"],
  gbk: ["GBK", "x-gbk", "cp936"],
  gb2312: ["GB2312", "gb_2312-80", "csGB2312"],
  "ks_c_5601-1987": ["cp949", "euc-kr", "ksc5601", "windows-949", "uhc"],
  big5: ["Big5", "cn-big5"],
  "koi8-r": ["KOI8-R", "koi8"],
  macintosh: ["x-mac-roman", "mac", "macroman"],
};

/** Charsets that are told without a label. */
const detectable =
  /^(?:utf-8|shift_jis|euc-jp|iso-2022-jp|gb2312|big5$|euc-kr|ks_c|koi8-r|windows-1251|windows-1252)/;

/** The label that a message carries, `undefined` for none, and what is peculiar about it. */
export function chooseLabel(
  charset: string,
  octets: string,
  random: Random,
): { readonly label: string | undefined; readonly feature: string } {
  const form = random.below(10);
  const known = aliases[charset];
  if (form < 2 && known) return { label: random.pick(known), feature: "charset: alias" };
  if (form === 2 && charset === "utf-8") {
    const label = random.pick(["us-ascii", "iso-8859-1", "windows-1252", "ISO-8859-15"]);
    return { label, feature: "charset: UTF-8 under another label" };
  }
  if (form === 3 && charset === "windows-1252") {
    return { label: "iso-8859-1", feature: "charset: windows-1252 as iso-8859-1" };
  }
  if (form === 4 && detectable.test(charset) && octets.length > 30) {
    return { label: undefined, feature: `charset: none (${charset})` };
  }
  if (form === 5) return { label: `"${charset}"`, feature: "charset: quoted" };
  if (form === 6) return { label: charset.toUpperCase(), feature: "charset: upper case" };
  return { label: charset, feature: `charset: ${charset}` };
}
