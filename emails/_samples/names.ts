/** Awkward strings that variants share. */
export const veryLongName =
  "Maximiliana Bartholomea Theodora von Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh";

export const arabicName = "ليلى بنت عبد الرحمن الهاشمي";

export const hebrewName = "שרה בן־דוד";

export const specialCharacters = `<b>"Tom" & 'Jerry'</b>`;

/** A link whose query holds what HTML must escape. */
export const specialLink = "https://foolscap.example/go?a=1&b=%22x%22&lt=3&copy=4#top";
