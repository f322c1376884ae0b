import { useClient } from "../data/client.ts";
import { useStore } from "../data/store.ts";
import { Link } from "../link.tsx";
import { type EmailRoute, emailRoute } from "../route.ts";
import { IconButton } from "../ui/button.tsx";
import { X } from "../ui/icons.ts";
import { isSameState, type Review, type StateReview } from "./review.ts";
import { describeReview, verdictWords } from "./review-words.ts";

/** All that each person said, with the way to it. */
export function ReviewOverview({
  route,
  own,
  received,
}: {
  readonly route: EmailRoute;
  readonly own: Review;
  readonly received: readonly Review[];
}) {
  const { reviews } = useClient();
  return (
    <section className="review-all" aria-label="All reviews">
      {own.states.length > 0 && <ReviewStates title="You" review={own} route={route} />}
      {received.map((review) => (
        <ReviewStates
          key={review.reviewer}
          title={review.reviewer || "No name"}
          review={review}
          route={route}
          onForget={() => reviews.forget(review.reviewer)}
        />
      ))}
    </section>
  );
}

function ReviewStates({
  title,
  review,
  route,
  onForget,
}: {
  readonly title: string;
  readonly review: Review;
  readonly route: EmailRoute;
  readonly onForget?: () => void;
}) {
  const known = useStore(useClient().emails);
  return (
    <>
      <h2>
        {title} <span className="review-count">{describeReview(review)}</span>
        {onForget && (
          <IconButton name={`Put away the review by ${title}`} onClick={onForget}>
            <X size={14} />
          </IconButton>
        )}
      </h2>
      <ul>
        {review.states.map((state) => (
          <li key={`${state.id} ${state.variant} ${state.locale}`}>
            {known?.some(({ id }) => id === state.id) === false ? (
              <span className="review-gone">{nameOf(state)}, no longer there</span>
            ) : (
              <Link
                route={emailRoute(state.id, { variant: state.variant, locale: state.locale })}
                aria-current={isSameState(state, route) ? "true" : undefined}
              >
                {nameOf(state)}
              </Link>
            )}
            <span className="review-verdict" data-verdict={state.verdict ?? "none"}>
              {state.verdict ? verdictWords[state.verdict] : "Comment"}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function nameOf({ id, variant, locale }: StateReview): string {
  const parts = [...(variant === "default" ? [] : [variant]), ...(locale === null ? [] : [locale])];
  return parts.length === 0 ? id : `${id} (${parts.join(", ")})`;
}
