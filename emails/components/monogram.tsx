import { fonts, radius } from "../theme.ts";
import { paint } from "./paint.ts";
import { Spaced } from "./spaced.tsx";

const size = 52;

/**
 * The first letter of a name on a tile, in place of a picture. For the eye only: the name itself
 * always stands beside it.
 */
export function Monogram({ name }: { readonly name: string }) {
  const letter = /[\p{L}\p{N}]/u.exec(name)?.[0].toUpperCase();
  if (!letter) return null;
  const tile = {
    width: size,
    height: size,
    borderRadius: radius.medium,
    fontFamily: fonts.serif,
    fontSize: 26,
    lineHeight: `${size}px`,
    textAlign: "center",
  } as const;
  return (
    <Spaced bottom={20}>
      <table
        role="presentation"
        aria-hidden
        data-skip-in-text
        cellPadding={0}
        cellSpacing={0}
        border={0}
      >
        <tbody>
          <tr>
            <td {...paint({ ink: "onButton", fill: "button" }, tile)}>{letter}</td>
          </tr>
        </tbody>
      </table>
    </Spaced>
  );
}
