/**
 * Labels of charsets by the name of the Encoding Standard, those of the standard first. Behind them
 * are those that mail clients write and the standard does not list; GBK and GB 2312 are read as
 * their superset GB 18030.
 *
 * @see https://encoding.spec.whatwg.org/#names-and-labels
 */
export const labels: Readonly<Record<string, string>> = {
  "utf-8":
    "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8 utf8mb4 utf-8-mac utf-8-sig cp65001 65001 utf_8",
  ibm866: "866 cp866 csibm866",
  "iso-8859-2": "csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2",
  "iso-8859-3": "csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3",
  "iso-8859-4": "csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4",
  "iso-8859-5":
    "csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988",
  "iso-8859-6":
    "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987",
  "iso-8859-7":
    "csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek",
  "iso-8859-8":
    "csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical",
  "iso-8859-10": "csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6",
  "iso-8859-13": "iso8859-13 iso885913",
  "iso-8859-14": "iso8859-14 iso885914",
  "iso-8859-15": "csisolatin9 iso8859-15 iso885915 iso_8859-15 l9 latin-9 latin9",
  "iso-8859-16": "",
  "koi8-r": "cskoi8r koi koi8 koi8_r",
  "koi8-u": "koi8-ru",
  macintosh: "csmacintosh mac x-mac-roman macroman mac-roman x-macroman",
  "windows-874": "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620",
  "windows-1250": "cp1250 x-cp1250 win-1250",
  "windows-1251": "cp1251 x-cp1251 win-1251 win1251",
  "us-ascii":
    "ansi_x3.4-1968 ascii usascii us_ascii iso-ir-6 ansi_x3.4-1986 iso646-us csascii 646 7bit",
  "windows-1252":
    "cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 x-cp1252 28591 8859-1 latin-1 iso-latin-1 iso-8859-1-windows-3.1-latin-1 ansi",
  "windows-1253": "cp1253 x-cp1253",
  "windows-1254":
    "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 x-cp1254",
  "windows-1255": "cp1255 x-cp1255",
  "windows-1256": "cp1256 x-cp1256",
  "windows-1257": "cp1257 x-cp1257",
  "windows-1258": "cp1258 x-cp1258",
  "x-mac-cyrillic": "x-mac-ukrainian mac-cyrillic maccyrillic",
  gb18030:
    "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk cp936 ms936 windows-936 gb-2312 euccn euc-cn gb_18030",
  big5: "big5-hkscs cn-big5 csbig5 x-x-big5 cp950 ms950 windows-950 big-5 big5hkscs",
  "euc-jp": "cseucpkdfmtjapanese x-euc-jp eucjp eucjp-win x-euc euc_jp",
  "iso-2022-jp":
    "csiso2022jp jis iso-2022-jp-1 iso-2022-jp-2 iso-2022-jp-3 iso-2022-jp-ms iso2022jp iso2022-jp cp50220 cp50221 cp50222",
  shift_jis:
    "csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis cp932 sjis-win x-ms-cp932 windows-932 shiftjis",
  "euc-kr":
    "cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cp949 ms949 uhc euckr euc_kr ks_c_5601 ks-c-5601-1987",
  "utf-16be": "unicodefffe utf16be utf-16-be",
  "utf-16": "csunicode iso-10646-ucs-2 ucs-2 unicode utf16 x-utf-16",
  "utf-16le": "unicodefeff utf16le utf-16-le",
  "iso-2022-kr": "csiso2022kr iso2022kr",
  "hz-gb-2312": "hz hz-gb2312",
  "utf-32": "utf32 ucs-4",
  "utf-32le": "utf32le",
  "utf-32be": "utf32be",
};
