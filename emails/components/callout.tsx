import { Heading, Text } from "@react-email/components";
import type { ReactNode } from "react";
import { type Fill, type Ink, type Line, type } from "../theme.ts";
import { paint } from "./paint.ts";
import { Panel } from "./panel.tsx";

type Tone = "plain" | "notice" | "danger" | "success";

interface ToneColours {
  readonly ink: Ink;
  readonly fill: Fill;
  readonly edge: Line;
}

const tones: Readonly<Record<Tone, ToneColours>> = {
  plain: { ink: "ink", fill: "well", edge: "line" },
  notice: { ink: "noticeInk", fill: "noticeFill", edge: "noticeLine" },
  danger: { ink: "dangerInk", fill: "dangerFill", edge: "dangerLine" },
  success: { ink: "successInk", fill: "successFill", edge: "successLine" },
};

interface CalloutProps {
  readonly heading?: ReactNode;
  readonly tone?: Tone;
  readonly children: ReactNode;
}

/** A panel for what must not be overlooked. The words say it; the tone is only their dress. */
export function Callout({ heading, tone = "plain", children }: CalloutProps) {
  const { ink, fill, edge } = tones[tone];
  const words = { ...type.small, overflowWrap: "anywhere" } as const;
  return (
    <Panel fill={fill} edge={edge}>
      {heading && (
        <Heading as="h2" {...paint({ ink }, { ...words, fontWeight: 600, margin: "0 0 4px" })}>
          {heading}
        </Heading>
      )}
      <Text {...paint({ ink }, { ...words, margin: 0 })}>{children}</Text>
    </Panel>
  );
}
