import type { MessageDefaults } from "../message/message.ts";
import type { Answers } from "./online/answer.ts";
import type { SeenTexts } from "./seen/seen-text.ts";
import type { SpamVerdict } from "./spam/spam-verdict.ts";

/** A picture of the project that an email shows. */
export interface ImageFile {
  readonly sizeBytes: number;
  /** In pixels of the file; undefined where its format tells none. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** What is checked: a rendered email, and what else is known of it. */
export interface EmailToCheck {
  readonly subject: string;
  readonly html: string;
  /** `undefined` or empty: the message has no text part. */
  readonly text?: string | undefined;
  /** The email's id: `orders/order-confirmation`. */
  readonly id?: string | undefined;
  /** Name of the variant. */
  readonly variant?: string | undefined;
  readonly locale?: string | undefined;
  /**
   * What the email says of its message: `from`, `stream`, `tag`, `tracking` and the like. What is
   * left out is unknown, and not judged.
   */
  readonly message?: MessageDefaults | undefined;
  /** `Shop <orders@shop.example>`, where it is known who sends it. */
  readonly from?: string | undefined;
  /** Files of images by their address in the HTML; null where the folder has no such file. */
  readonly images?: ReadonlyMap<string, ImageFile | null> | undefined;
  /** What the render warned of; a translation that is missing is a finding. */
  readonly warnings?: readonly { readonly code: string; readonly message: string }[] | undefined;
  /** What came of asking its links and pictures on the net. @default they are not judged by it */
  readonly answers?: Answers | undefined;
  /** What SpamAssassin says of it. @default it is not judged by it */
  readonly spam?: SpamVerdict | undefined;
  /** What a browser showed. @default contrast is estimated from the styles that apply */
  readonly seen?: SeenTexts | undefined;
  /** Content ids of the attachments. @default those are not judged */
  readonly contentIds?: readonly string[] | undefined;
}
