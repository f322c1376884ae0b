import { useState } from "react";
import { useClient } from "../data/client.ts";
import { useStore } from "../data/store.ts";
import { useEmailView } from "../data/use-email-view.ts";
import type { EmailRoute } from "../route.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { CircleAlert, CircleCheck, X } from "../ui/icons.ts";
import { emptyStateReview } from "./empty-state-review.ts";
import { findState, fingerprintOf, type StateReview, type Verdict, withState } from "./review.ts";
import { ReviewFoot } from "./review-foot.tsx";
import { ReviewOverview } from "./review-overview.tsx";
import { verdictWords } from "./review-words.ts";
import "./review.css";

/** What people say of the email that shows: to approve it, to comment on it, to send that back. */
export default function ReviewPanel({ route }: { readonly route: EmailRoute }) {
  const { reviews } = useClient();
  const own = useStore(reviews.own);
  const received = useStore(reviews.received);
  const { shown } = useEmailView(route);
  const result = shown?.result;
  const html = result?.status === "rendered" ? result.html : null;
  if (!shown || shown.id !== route.id || html === null) {
    return <p className="review-words">There is nothing to review: the email does not show.</p>;
  }
  const state = { id: route.id, variant: shown.variant, locale: route.locale };
  const seen = fingerprintOf(html);
  const mine = findState(own, state) ?? emptyStateReview(state, seen);
  const change = (next: Partial<StateReview>) =>
    reviews.change(withState(own, { ...mine, ...next, seen }));
  return (
    <>
      <div className="review-body scrolls">
        <section className="review-own" aria-label="Your review">
          <VerdictButtons verdict={mine.verdict} onChoose={(verdict) => change({ verdict })} />
          {mine.verdict !== null && mine.seen !== seen && <Outdated />}
          <CommentList
            comments={mine.comments}
            onRemove={(at) => change({ comments: mine.comments.filter((_, i) => i !== at) })}
          />
          <CommentForm
            key={JSON.stringify(state)}
            onAdd={(comment) => change({ comments: [...mine.comments, comment] })}
          />
        </section>
        {received.map((review) => {
          const theirs = findState(review, state);
          return (
            theirs && (
              <section
                key={review.reviewer}
                className="review-theirs"
                aria-label={`Review by ${review.reviewer || "no name"}`}
              >
                <h2>
                  {review.reviewer || "No name"}
                  {theirs.verdict && (
                    <span className="review-verdict" data-verdict={theirs.verdict}>
                      {verdictWords[theirs.verdict]}
                    </span>
                  )}
                </h2>
                {theirs.seen !== seen && <Outdated />}
                <CommentList comments={theirs.comments} />
              </section>
            )
          );
        })}
        <ReviewOverview route={route} own={own} received={received} />
      </div>
      <ReviewFoot own={own} />
    </>
  );
}

function VerdictButtons({
  verdict,
  onChoose,
}: {
  readonly verdict: Verdict | null;
  readonly onChoose: (verdict: Verdict | null) => void;
}) {
  const button = (name: Verdict, word: string) => (
    <Button
      aria-pressed={verdict === name}
      data-verdict={name}
      onClick={() => onChoose(verdict === name ? null : name)}
    >
      {name === "approved" ? <CircleCheck size={16} /> : <CircleAlert size={16} />} {word}
    </Button>
  );
  return (
    <div className="review-verdicts">
      {button("approved", "Approve")}
      {button("changes", "Needs changes")}
    </div>
  );
}

/** What was looked at is not what shows now. */
function Outdated() {
  return <p className="review-outdated">The email has changed since.</p>;
}

function CommentList({
  comments,
  onRemove,
}: {
  readonly comments: readonly string[];
  readonly onRemove?: (at: number) => void;
}) {
  if (comments.length === 0) return null;
  return (
    <ul className="review-comments">
      {comments.map((comment, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two comments may be the same
        <li key={at}>
          <p>{comment}</p>
          {onRemove && (
            <IconButton name="Remove the comment" onClick={() => onRemove(at)}>
              <X size={14} />
            </IconButton>
          )}
        </li>
      ))}
    </ul>
  );
}

function CommentForm({ onAdd }: { readonly onAdd: (comment: string) => void }) {
  const [text, setText] = useState("");
  const add = () => {
    if (text.trim() === "") return;
    onAdd(text.trim());
    setText("");
  };
  return (
    <form
      className="review-form"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <textarea
        className="field"
        rows={3}
        aria-label="Comment"
        placeholder="What should be different?"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) add();
        }}
      />
      <Button aria-disabled={text.trim() === ""} onClick={add}>
        Add comment
      </Button>
    </form>
  );
}
