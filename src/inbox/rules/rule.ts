import type { InboxMessage } from "../inbox.ts";
import type { InboxStream } from "../inbox-options.ts";
import type { ParsedMessage } from "../parse-message.ts";
import type { Instructions } from "../postmark/instructions.ts";
import type { Login } from "../postmark/login.ts";
import type { Suppression } from "../postmark/suppressions.ts";
import type { InboxProblem } from "../problem.ts";

/** What a rule looks at. */
export interface RuleFacts {
  readonly message: ParsedMessage;
  readonly raw: Uint8Array;
  readonly envelope: InboxMessage["envelope"];
  readonly instructions: Instructions;
  /** `undefined` when the client did not log in. */
  readonly login: Login | undefined;
  /** Id of the stream the message goes through. */
  readonly streamId: string;
  /** `undefined` when there is no such stream. */
  readonly stream: Required<InboxStream> | undefined;
  /** Ids of the streams there are; empty when any will do. */
  readonly streamIds: readonly string[];
  /** Addresses and domains in lower case; `undefined` when any will do. */
  readonly verifiedSenders: readonly string[] | undefined;
  /** Recipients that are inactive in the stream. */
  readonly suppressed: readonly Suppression[];
}

/** One thing that Postmark does not take: nothing, one problem or several. */
export type Rule = (facts: RuleFacts) => InboxProblem | readonly InboxProblem[] | undefined;
