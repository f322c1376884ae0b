import type { EmailRoute } from "../route.ts";
import { tip } from "../ui/button.tsx";
import { goTo } from "../use-route.ts";
import { nameOfLocale } from "./name-of-locale.ts";

/** Chooses the language of an email that declares some; what is chosen wins over its props. */
export function LocalePicker({
  route,
  locales,
}: {
  readonly route: EmailRoute;
  readonly locales: readonly string[];
}) {
  const { locale } = route;
  if (locales.length === 0) return null;
  const isGone = locale !== null && !locales.includes(locale);
  return (
    <>
      <select
        className="picker locale-picker"
        aria-label="Locale"
        value={isGone ? "" : (locale ?? "")}
        onChange={(event) => goTo({ ...route, locale: event.target.value || null })}
        {...tip("Locale, over what the props say")}
      >
        <option value="">As set</option>
        {locales.map((one) => (
          <option key={one} value={one}>
            {nameOfLocale(one)}
          </option>
        ))}
      </select>
      {isGone && <span className="picker-note">No locale “{locale}”</span>}
    </>
  );
}
