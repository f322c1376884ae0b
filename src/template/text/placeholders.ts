/**
 * What another program fills in later: Mustache, Handlebars and Liquid (`{{ a }}`, `{{{ a }}}`,
 * `{% if a %}`, `{# a #}`), ERB and EJS (`<%= a %>`), Mailchimp (`*|A|*`), `[% a %]`, `[[ a ]]`,
 * `${a}`, `#{a}`, `%%a%%`. At most this long, so that a lone beginning costs little.
 */
const placeholder =
  /\{\{\{?[\s\S]{0,500}?\}\}\}?|\{%[\s\S]{0,500}?%\}|\{#[\s\S]{0,500}?#\}|<%[\s\S]{0,500}?%>|\*\|[\s\S]{0,200}?\|\*|\[%[\s\S]{0,500}?%\]|\[\[[\s\S]{0,200}?\]\]|[$#]\{[^}]{0,200}\}|%%[^%]{1,100}%%/g;

const opening = /\{[{%#]|<%|\*\||\[[%[]|[$#]\{|%%/;

/**
 * White space in a placeholder while the text is made: code points that Unicode keeps for use inside
 * a program, so that no text has them.
 */
const kept: readonly (readonly [character: string, standIn: string])[] = [
  [" ", "\ufdd0"],
  ["\n", "\ufdd1"],
  ["\t", "\ufdd2"],
  ["\r", "\ufdd3"],
  ["\f", "\ufdd4"],
  ["\u00a0", "\ufdd5"],
];
const standIns = /[\ufdd0-\ufdd5]/;

/** The placeholders in a text, as they are written. */
export function findPlaceholders(text: string): readonly string[] {
  return opening.test(text) ? (text.match(placeholder) ?? []) : [];
}

/** Text whose placeholders have no white space to collapse or to break a line at. */
export function protectPlaceholders(text: string): string {
  if (!opening.test(text)) return text;
  return text.replace(placeholder, (found) =>
    kept.reduce((result, [character, standIn]) => result.replaceAll(character, standIn), found),
  );
}

/** The text again with its placeholders as they were. */
export function restorePlaceholders(text: string): string {
  if (!standIns.test(text)) return text;
  return kept.reduce((result, [character, standIn]) => result.replaceAll(standIn, character), text);
}
