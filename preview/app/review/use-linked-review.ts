import { useEffect } from "react";
import { useClient } from "../data/client.ts";
import { useNotices } from "../ui/notices.tsx";
import { readReviewHash } from "./review-link.ts";

/** Takes in the review that the page's address holds, and takes it out of the address. */
export function useLinkedReview(): void {
  const { reviews } = useClient();
  const { notify } = useNotices();
  useEffect(() => {
    const { hash } = location;
    if (!hash.startsWith("#review=")) return;
    void readReviewHash(hash).then(
      (review) => {
        if (!review) return;
        reviews.receive(review);
        notify({
          tone: "done",
          text: `Review by ${review.reviewer || "no name"} opened; it is in the panel Review (r)`,
        });
        history.replaceState(history.state, "", location.href.replace(/#.*/, ""));
      },
      (error: Error) =>
        notify({ tone: "failed", text: `Cannot open the review: ${error.message}` }),
    );
  }, [reviews, notify]);
}
