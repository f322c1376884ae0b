import { Body, Column, Container, Html, Preview, Row } from "@react-email/components";
import type { ReactNode } from "react";
import { radius, width } from "../theme.ts";
import { Footer } from "./footer.tsx";
import { DocumentHead } from "./head.tsx";
import { Header } from "./header.tsx";
import { type Locale, languageOf } from "./locale/locale.ts";
import { hairline, paint } from "./paint.ts";

interface LayoutProps {
  /** The document's title: what a browser tab and a screen reader announce. */
  readonly title: string;
  /** What an inbox shows behind the subject; adds to it, never repeats it. Under 110 characters. */
  readonly preheader: string;
  /** Why the reader has this mail, one sentence. */
  readonly reason: ReactNode;
  /** Language and direction of the whole sheet. @default "en" */
  readonly locale?: Locale | undefined;
  readonly children: ReactNode;
}

/** The sheet that every email is written on. */
export function Layout(props: LayoutProps) {
  const { title, preheader, reason, locale = "en", children } = props;
  const { lang, dir } = languageOf(locale);
  const sheet = paint(
    { fill: "card", edge: "line", also: "ph-sheet ph-sheet-pad" },
    { border: hairline("line"), borderRadius: radius.large, padding: "40px 40px 24px" },
  );
  return (
    <Html lang={lang} dir={dir}>
      <DocumentHead title={title} />
      {/* Body hands its style, but not its class, to an inner cell: a fill there would stay light. */}
      <Body className="f-page" style={{ margin: 0, padding: 0 }}>
        <Preview>{preheader}</Preview>
        {/* Webmail drops <html>, and its language with it. */}
        <div lang={lang} dir={dir}>
          <Row>
            <Column {...paint({ fill: "page" })}>
              <Container className="sheet" style={{ maxWidth: width.sheet }}>
                <Header dir={dir} />
                <Row>
                  <Column {...sheet}>{children}</Column>
                </Row>
                <Footer reason={reason} locale={locale} />
              </Container>
            </Column>
          </Row>
        </div>
      </Body>
    </Html>
  );
}
