import { pixelBasedPreset, type TailwindConfig } from "@react-email/components";
import { fonts, palette, width } from "../theme.ts";

const { light, dark } = palette;

/** The theme for emails that are styled with Tailwind classes: `text-ink dark:text-ink-dark`. */
export const tailwindConfig: TailwindConfig = {
  presets: [pixelBasedPreset],
  theme: {
    extend: {
      screens: { sm: `${width.phone + 1}px` },
      colors: {
        ink: { DEFAULT: light.ink, dark: dark.ink },
        muted: { DEFAULT: light.muted, dark: dark.muted },
        link: { DEFAULT: light.link, dark: dark.link },
        well: { DEFAULT: light.well, dark: dark.well },
        line: { DEFAULT: light.line, dark: dark.line },
      },
      fontFamily: { sans: fonts.sans, serif: fonts.serif },
    },
  },
};
