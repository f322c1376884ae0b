import { type } from "../theme.ts";
import { paint } from "./paint.ts";
import { Spaced } from "./spaced.tsx";

interface ProgressProps {
  readonly stages: readonly string[];
  /** How many of them are reached. */
  readonly reached: number;
}

/**
 * A bar of stages. For the eye only: the title above it says the same in words, so a screen reader
 * and the text part pass it by.
 */
export function Progress({ stages, reached }: ProgressProps) {
  const share = `${100 / stages.length}%`;
  return (
    <Spaced top={8} bottom={28}>
      <table
        role="presentation"
        aria-hidden="true"
        data-skip-in-text="true"
        width="100%"
        cellPadding={0}
        cellSpacing={0}
        border={0}
        style={{ tableLayout: "fixed" }}
      >
        <tbody>
          <tr>
            {stages.map((stage, index) => (
              <td
                key={stage}
                width={share}
                style={{ paddingRight: index < stages.length - 1 ? 4 : 0, verticalAlign: "top" }}
              >
                <Segment done={index < reached} />
                <div
                  {...paint(
                    { ink: index < reached ? "ink" : "muted" },
                    {
                      ...type.fine,
                      fontWeight: index === reached - 1 ? 600 : 400,
                      paddingTop: 6,
                      overflowWrap: "anywhere",
                    },
                  )}
                >
                  {stage}
                </div>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </Spaced>
  );
}

function Segment({ done }: { readonly done: boolean }) {
  const bar = { height: 4, lineHeight: "4px", fontSize: 1, borderRadius: 2 };
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
      <tbody>
        <tr>
          <td height={4} {...paint({ fill: done ? "done" : "toCome" }, bar)}>
            {"\u00a0"}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
