import { useHandlers } from "../keys/actions.tsx";
import { clientNames, emailThemes, type FrameLook, type FrameWidth, phoneWidth } from "../route.ts";
import { IconButton } from "../ui/button.tsx";
import {
  AppWindow,
  Columns2,
  Contrast,
  Eclipse,
  Grid2x2,
  Image,
  ImageOff,
  Monitor,
  Moon,
  Scaling,
  Smartphone,
  SquareSplit,
  Sun,
} from "../ui/icons.ts";
import { Menu } from "../ui/menu.tsx";
import { clientWords } from "./clients/client-names.ts";
import {
  type BesideChoices,
  besideGroups,
  clientGroups,
  type OnLook,
  single,
  sizeGroups,
  themeGroups,
  themeWords,
} from "./look-menus.ts";
import { nextWidth } from "./next-width.ts";
import { stepZoom } from "./sheet-plan.ts";
import "./frame-look.css";

const widths: readonly { width: FrameWidth; name: string; icon: typeof Monitor }[] = [
  { width: phoneWidth, name: "Phone", icon: Smartphone },
  { width: "desktop", name: "Desktop", icon: Monitor },
  { width: "both", name: "Phone and desktop", icon: Columns2 },
];

const themeIcons = { light: Sun, dark: Moon, partial: Contrast, full: Eclipse };

/** The controls of what the frame looks like, with their keys. */
export function FrameLookControls({
  look,
  onLook,
  choices = null,
  sheet,
}: {
  readonly look: FrameLook;
  readonly onLook: OnLook;
  /** What can lie beside it; null where there is but one of each. */
  readonly choices?: BesideChoices | null;
  /** The sheet of every variant, where there is one. */
  readonly sheet?: { readonly on: boolean; readonly onToggle: () => void };
}) {
  useLookKeys(look, onLook);
  useHandlers(sheet ? { sheet: sheet.onToggle } : {});
  const { theme, images, client } = look;
  const ThemeIcon = themeIcons[theme];
  const isSized = look.zoom !== 100 || look.height !== "table" || look.rtl;
  return (
    <div className="frame-look">
      {!sheet?.on && (
        <>
          <fieldset className="segmented bare" aria-label="Width">
            {widths.map(({ width, name, icon: Icon }) => (
              <IconButton
                key={name}
                name={name}
                data-width={width}
                action="width"
                pressed={look.width === width}
                onClick={() => onLook({ width })}
              >
                <Icon size={16} />
              </IconButton>
            ))}
          </fieldset>
          <Menu
            name="Size"
            icon={<Scaling size={16} />}
            text={describeSize(look)}
            active={isSized}
            groups={sizeGroups(look, onLook)}
          />
        </>
      )}
      <Menu
        name="Theme of the email"
        action="theme"
        icon={<ThemeIcon size={16} />}
        text={theme === "light" ? undefined : themeWords[theme].label.replace("Dark, as ", "")}
        active={theme !== "light"}
        groups={themeGroups(look, onLook)}
      />
      <Menu
        name="Client"
        action="client"
        icon={<AppWindow size={16} />}
        text={client ? clientWords[client].short : undefined}
        active={client !== null}
        groups={clientGroups(look, onLook)}
      />
      {!sheet?.on && (
        <Menu
          name="Side by side"
          action="beside"
          icon={<SquareSplit size={16} />}
          active={look.beside !== null && look.width !== "both"}
          groups={besideGroups(look, onLook, choices)}
        />
      )}
      <IconButton
        name="Without images"
        action="images"
        className="look-toggle"
        pressed={!images}
        onClick={() => onLook({ images: !images })}
      >
        {images ? <Image size={16} /> : <ImageOff size={16} />}
      </IconButton>
      {sheet && (
        <IconButton
          name="Every variant on one sheet"
          action="sheet"
          className="look-toggle"
          pressed={sheet.on}
          onClick={sheet.onToggle}
        >
          <Grid2x2 size={16} />
        </IconButton>
      )}
    </div>
  );
}

function useLookKeys(look: FrameLook, onLook: OnLook): void {
  const zoom = look.zoom === "fit" ? 100 : look.zoom;
  useHandlers({
    theme: () => onLook({ theme: nextOf(emailThemes, look.theme) }),
    width: () => onLook({ width: nextWidth(look.width), beside: null }),
    height: () => onLook({ height: look.height === "full" ? "table" : "full" }),
    "zoom-in": () => onLook({ zoom: stepZoom(zoom, 1) }),
    "zoom-out": () => onLook({ zoom: stepZoom(zoom, -1) }),
    "zoom-fit": () => onLook({ zoom: look.zoom === "fit" ? 100 : "fit" }),
    images: () => onLook({ images: !look.images }),
    client: () => onLook({ client: nextOf([null, ...clientNames], look.client) }),
    beside: () =>
      onLook({ beside: look.beside === "theme" ? null : "theme", width: single(look.width) }),
  });
}

/** The one after it, round and round. */
function nextOf<T>(all: readonly T[], current: T): T {
  return [...all, ...all][all.indexOf(current) + 1] as T;
}

/** What differs from a frame that fills the table. */
function describeSize({ width, zoom }: FrameLook): string | undefined {
  const parts = [
    typeof width === "number" && width !== phoneWidth ? String(width) : "",
    zoom === "fit" ? "fit" : zoom === 100 ? "" : `${zoom} %`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(" · ") : undefined;
}
