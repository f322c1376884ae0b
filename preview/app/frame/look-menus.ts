import {
  type Beside,
  clientNames,
  type EmailTheme,
  emailThemes,
  type FrameLook,
  type FrameWidth,
} from "../route.ts";
import type { MenuGroup, MenuOption } from "../ui/menu.tsx";
import { clientWords } from "./clients/client-names.ts";
import { clientPresets, devicePresets, type Preset } from "./presets.ts";
import { zoomSteps } from "./sheet-plan.ts";

/** Changes a look. */
export type OnLook = (change: Partial<FrameLook>) => void;

/** What can lie beside an email, where that is known. */
export interface BesideChoices {
  readonly variants: readonly { readonly name: string; readonly slug: string }[];
  /** Slug of the one that shows. */
  readonly variant: string;
  readonly locales: readonly string[];
  /** The one that shows. */
  readonly locale: string | null;
}

/** Themes as the menu has them. */
export const themeWords: Record<EmailTheme, { readonly label: string; readonly note?: string }> = {
  light: { label: "Light" },
  dark: { label: "Dark", note: "By the author's own dark styles" },
  partial: {
    label: "Dark, as Outlook.com",
    note: "Partial inversion: light grounds and dark text. An approximation",
  },
  full: {
    label: "Dark, as Gmail on iOS",
    note: "Full inversion: every colour, whatever the author says. An approximation",
  },
};

/** Widths, zoom and height. */
export function sizeGroups(look: FrameLook, onLook: OnLook): readonly MenuGroup[] {
  const width = (preset: Preset): MenuOption => ({
    key: preset.name,
    label: preset.name,
    hint: describeHint(preset),
    checked: look.width === preset.width,
    onChoose: () => onLook({ width: preset.width }),
  });
  return [
    { label: "Devices", choose: "one", options: devicePresets.map(width) },
    { label: "Clients", choose: "one", options: clientPresets.map(width) },
    {
      label: "Zoom, per cent",
      choose: "one",
      inRow: true,
      options: [
        {
          ...{ key: "fit", label: "Fit", checked: look.zoom === "fit" },
          onChoose: () => onLook({ zoom: "fit" }),
        },
        ...zoomSteps.map((zoom) => ({
          ...{ key: String(zoom), label: String(zoom), checked: look.zoom === zoom },
          onChoose: () => onLook({ zoom }),
        })),
      ],
    },
    {
      label: "Frame",
      choose: "any",
      options: [
        {
          ...{ key: "full", label: "As tall as the email", action: "height" },
          checked: look.height === "full",
          onChoose: () => onLook({ height: look.height === "full" ? "table" : "full" }),
        },
        {
          ...{ key: "rtl", label: "Right-to-left", checked: look.rtl },
          onChoose: () => onLook({ rtl: !look.rtl }),
        },
      ],
    },
  ];
}

/** The four themes. */
export function themeGroups(look: FrameLook, onLook: OnLook): readonly MenuGroup[] {
  const options = emailThemes.map((theme) => ({
    ...{ key: theme, checked: look.theme === theme, ...themeWords[theme] },
    onChoose: () => onLook({ theme }),
  }));
  return [{ label: "The email is shown", choose: "one", options }];
}

/** As it is sent, or as a client shows it. */
export function clientGroups(look: FrameLook, onLook: OnLook): readonly MenuGroup[] {
  const clients = clientNames.map((client) => ({
    ...{ key: client, label: clientWords[client].name, note: clientWords[client].note },
    ...{ hint: clientWords[client].faithful, checked: look.client === client },
    onChoose: () => onLook({ client }),
  }));
  const asSent = {
    ...{ key: "sent", label: "As it is sent", checked: look.client === null },
    onChoose: () => onLook({ client: null }),
  };
  return [{ label: "Shown as by", choose: "one", options: [asSent, ...clients] }];
}

/** What lies side by side. */
export function besideGroups(
  look: FrameLook,
  onLook: OnLook,
  choices: BesideChoices | null,
): readonly MenuGroup[] {
  const pair = look.width === "both" ? "both" : look.beside;
  const beside = (key: Beside, label: string): MenuOption => ({
    ...{ key, label, checked: pair === key },
    onChoose: () => onLook({ beside: key, width: single(look.width) }),
  });
  return [
    {
      label: "Side by side",
      choose: "one",
      options: [
        {
          ...{ key: "none", label: "Nothing", checked: pair === null },
          onChoose: () => onLook({ beside: null, width: single(look.width) }),
        },
        {
          ...{ key: "both", label: "Phone and desktop", checked: pair === "both" },
          onChoose: () => onLook({ beside: null, width: "both" }),
        },
        { ...beside("theme", "Light and dark"), action: "beside" },
      ],
    },
    {
      label: "Another variant",
      choose: "one",
      options: (choices?.variants ?? [])
        .filter(({ slug }) => slug !== choices?.variant)
        .map(({ name, slug }) => beside(`variant:${slug}`, name)),
    },
    {
      label: "Another locale",
      choose: "one",
      options: (choices?.locales ?? [])
        .filter((locale) => locale !== choices?.locale)
        .map((locale) => beside(`locale:${locale}`, locale)),
    },
  ];
}

/** The width of one sheet, where there were two of different widths. */
export function single(width: FrameWidth): FrameWidth {
  return width === "both" ? "desktop" : width;
}

function describeHint({ width, isAbout }: Preset): string | undefined {
  if (typeof width !== "number") return undefined;
  return isAbout ? `about ${width}` : String(width);
}
