/** How JSX is compiled: emails are React's, whatever the rest of the project is. */
export const reactJsx = {
  runtime: "automatic",
  importSource: "react",
  development: false,
} as const;
