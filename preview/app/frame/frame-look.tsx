import { useHandlers } from "../keys/actions.tsx";
import { type FrameLook, type FrameWidth, phoneWidth } from "../route.ts";
import { IconButton } from "../ui/button.tsx";
import { Columns2, Monitor, Moon, Smartphone, Sun } from "../ui/icons.ts";
import { nextWidth } from "./next-width.ts";

const widths: readonly { width: FrameWidth; name: string; icon: typeof Monitor }[] = [
  { width: phoneWidth, name: "Phone", icon: Smartphone },
  { width: "desktop", name: "Desktop", icon: Monitor },
  { width: "both", name: "Phone and desktop", icon: Columns2 },
];

const themes = [
  { theme: "light", name: "Email in light mode", icon: Sun },
  { theme: "dark", name: "Email in dark mode", icon: Moon },
] as const;

/** The controls of what the frame looks like, with their keys. */
export function FrameLookControls({
  look,
  onLook,
}: {
  readonly look: FrameLook;
  readonly onLook: (change: Partial<FrameLook>) => void;
}) {
  useHandlers({
    theme: () => onLook({ theme: look.theme === "light" ? "dark" : "light" }),
    width: () => onLook({ width: nextWidth(look.width) }),
  });
  return (
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
      <fieldset className="segmented bare" aria-label="Theme of the email">
        {themes.map(({ theme, name, icon: Icon }) => (
          <IconButton
            key={theme}
            name={name}
            action="theme"
            pressed={look.theme === theme}
            onClick={() => onLook({ theme })}
          >
            <Icon size={16} />
          </IconButton>
        ))}
      </fieldset>
    </>
  );
}
