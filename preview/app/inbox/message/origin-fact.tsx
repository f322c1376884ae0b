import type { MessageOrigin } from "../../../protocol/index.ts";
import { useClient } from "../../data/client.ts";
import { Link } from "../../link.tsx";
import { originRoute, originVariant } from "../origin.ts";
import { Fact } from "./fact.tsx";

/** Leads back to what the preview rendered a message from. */
export function OriginFact({ origin }: { readonly origin: MessageOrigin }) {
  const { views } = useClient();
  const { emailId, locale, props, lacksProps, commit, hasChanges } = origin;
  const words = [
    originVariant(origin, views.variants()),
    ...(locale === null ? [] : [locale]),
    ...(props === null ? [] : ["with edited props"]),
  ];
  return (
    <Fact name="Email">
      <Link className="text-link" route={originRoute(origin)}>
        {emailId}
      </Link>
      , {words.join(", ")}
      {lacksProps && "; its edited props were too long to come along"}
      {commit !== null && (
        <span className="message-commit">
          {" "}
          at <code title={commit}>{commit.slice(0, 8)}</code>
          {hasChanges && " with changes that are not committed"}
        </span>
      )}
    </Fact>
  );
}
