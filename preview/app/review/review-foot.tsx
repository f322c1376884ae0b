import { useEffect, useRef, useState } from "react";
import { useClient } from "../data/client.ts";
import { useStore } from "../data/store.ts";
import { DownloadButton } from "../reading/download-button.tsx";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { useNotices } from "../ui/notices.tsx";
import { parseReview, printReview, type Review } from "./review.ts";
import { longestLink, writeReviewHash } from "./review-link.ts";

/** Who reviews, and how the review gets back: by a link that holds it, or as a file. */
export function ReviewFoot({ own }: { readonly own: Review }) {
  const { reviews } = useClient();
  const { notify } = useNotices();
  const project = useStore(useClient().project);
  const file = useRef<HTMLInputElement>(null);
  const link = useReviewLink(own);
  async function openFile(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    try {
      const review = parseReview(await chosen.text());
      reviews.receive(review);
      notify({ tone: "done", text: `Review by ${review.reviewer || "no name"} opened` });
    } catch (error) {
      notify({ tone: "failed", text: `Cannot open ${chosen.name}: ${(error as Error).message}` });
    }
  }
  const isEmpty = own.states.length === 0;
  const slug = `${project?.name ?? "emails"} ${own.reviewer}`.replace(/[^\p{L}\p{N}]+/gu, "-");
  return (
    <footer className="review-foot">
      <input
        className="field"
        aria-label="Your name"
        placeholder="Your name"
        value={own.reviewer}
        onChange={(event) => reviews.change({ ...own, reviewer: event.target.value })}
      />
      <div className="review-send">
        {!isEmpty && link !== null && (
          <CopyButton text={link} word="Link" name="Copy a link that holds your review" />
        )}
        {!isEmpty && (
          <DownloadButton
            name="Save your review as a file"
            file={`review-${slug.replace(/^-|-$/g, "")}.json`}
            type="application/json"
            content={printReview(own)}
          />
        )}
        <Button onClick={() => file.current?.click()}>Open a review</Button>
        <input
          ref={file}
          hidden
          type="file"
          aria-label="File of a review"
          accept=".json,application/json"
          onChange={(event) => {
            void openFile(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </div>
      {!isEmpty && (
        <p className="review-hint">
          {link === null
            ? "Your review is too long for a link: save it as a file and send that back."
            : "Your review is in this browser only. Send the link or the file back."}
        </p>
      )}
    </footer>
  );
}

/** An address of this page that holds the review; null when it would be too long. */
function useReviewLink(review: Review): string | null {
  const [link, setLink] = useState<string | null>("");
  useEffect(() => {
    let isWanted = true;
    void writeReviewHash(review).then((hash) => {
      if (!isWanted) return;
      const whole = location.href.replace(/#.*/, "") + hash;
      setLink(whole.length > longestLink ? null : whole);
    });
    return () => {
      isWanted = false;
    };
  }, [review]);
  return link;
}
