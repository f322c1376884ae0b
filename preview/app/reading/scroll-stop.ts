/** Lets Tab stop at what scrolls and holds nothing else to stop at: arrow keys scroll it then. */
export const scrollStop = { tabIndex: 0 } as const;
