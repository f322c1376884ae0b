import { Text } from "@react-email/components";
import { fonts } from "../theme.ts";
import { paint } from "./paint.ts";
import { Panel } from "./panel.tsx";

/** What a person wrote, in their words, line breaks and direction. */
export function Quote({ children }: { readonly children: string }) {
  const words = paint(
    { ink: "ink" },
    {
      fontFamily: fonts.serif,
      fontSize: 17,
      lineHeight: "27px",
      margin: 0,
      whiteSpace: "pre-line",
      overflowWrap: "anywhere",
    },
  );
  return (
    <Panel>
      <Text dir="auto" {...words}>
        {children}
      </Text>
    </Panel>
  );
}
