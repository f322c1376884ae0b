import { Text } from "@react-email/components";
import { Fragment } from "react";
import { fonts } from "../theme.ts";
import { paint } from "./paint.ts";
import { Panel } from "./panel.tsx";
import { placed } from "./placed.ts";

/** What a person wrote, in their words, line breaks and direction. */
export function Quote({ children }: { readonly children: string }) {
  const words = paint(
    { ink: "ink" },
    {
      fontFamily: fonts.serif,
      fontSize: 17,
      lineHeight: "27px",
      margin: 0,
      overflowWrap: "anywhere",
    },
  );
  return (
    <Panel>
      <Text dir="auto" {...words}>
        {placed(children.split("\n")).map(({ key, item }, index) => (
          <Fragment key={key}>
            {index > 0 && <br />}
            {item}
          </Fragment>
        ))}
      </Text>
    </Panel>
  );
}
