import { readRemembered, useRemembered, writeRemembered } from "../data/remembered.ts";

/** Theme of the app itself; an email's theme is another thing. */
export type AppTheme = "system" | "light" | "dark";

const key = "theme";

/** Puts the remembered theme on the page; `system` leaves it to the browser. */
export function applyAppTheme(): void {
  const theme = parse(readRemembered(key));
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** The theme of the app, and its setter. */
export function useAppTheme(): [AppTheme, (theme: AppTheme) => void] {
  const [value] = useRemembered(key, "system");
  return [
    parse(value),
    (theme) => {
      writeRemembered(key, theme);
      applyAppTheme();
    },
  ];
}

function parse(value: string | null): AppTheme {
  return value === "light" || value === "dark" ? value : "system";
}
