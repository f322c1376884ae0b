import { Text } from "@react-email/components";
import { fonts } from "../theme.ts";
import { paint } from "./paint.ts";
import { Panel } from "./panel.tsx";

/** A code to type elsewhere: large, evenly spaced, and one word, so that it copies whole. */
export function CodeBox({ code }: { readonly code: string }) {
  const letters = paint(
    { ink: "ink" },
    {
      fontFamily: fonts.mono,
      fontSize: 32,
      lineHeight: "40px",
      fontWeight: 600,
      letterSpacing: "0.18em",
      margin: 0,
      textAlign: "center",
      overflowWrap: "anywhere",
    },
  );
  return (
    // The last letter's spacing stands to its right; the wider left padding balances it.
    <Panel style={{ padding: "20px 12px 20px 18px" }}>
      {/* Its hyphens would swap its parts in a line that reads from the right. */}
      <Text {...letters} dir="ltr">
        {code}
      </Text>
    </Panel>
  );
}
