/** Languages that the editor colours. */
export type CodeLanguage = "html" | "tsx" | "text";
