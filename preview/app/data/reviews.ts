import { emptyReview, parseReview, printReview, type Review } from "../review/review.ts";
import { readRemembered, writeRemembered } from "./remembered.ts";
import { site } from "./site.ts";
import { createStore, type Store } from "./store.ts";

/** Reviews in this browser: one's own, and those that others sent. Nothing leaves by itself. */
export interface Reviews {
  readonly own: Store<Review>;
  readonly received: Store<readonly Review[]>;
  change(own: Review): void;
  /** Takes one in, in place of an earlier one by the same person. */
  receive(review: Review): void;
  /** Puts away what a person sent. */
  forget(reviewer: string): void;
}

/** Makes the stores, with what this browser remembers. */
export function createReviews(): Reviews {
  // Several exports may lie on one host.
  const ownKey = `review ${site.basePath}`;
  const receivedKey = `reviews ${site.basePath}`;
  const own = createStore(readOwn(ownKey));
  const received = createStore(readReceived(receivedKey));
  const keep = (next: readonly Review[]) => {
    received.set(next);
    writeRemembered(receivedKey, JSON.stringify(next.map(printReview)));
  };
  return {
    ...{ own, received },
    change(next) {
      own.set(next);
      writeRemembered(ownKey, printReview(next));
    },
    receive(review) {
      keep([...received.get().filter(({ reviewer }) => reviewer !== review.reviewer), review]);
    },
    forget: (name) => keep(received.get().filter(({ reviewer }) => reviewer !== name)),
  };
}

function readOwn(key: string): Review {
  const text = readRemembered(key);
  try {
    return text === null ? emptyReview : parseReview(text);
  } catch {
    return emptyReview;
  }
}

function readReceived(key: string): readonly Review[] {
  try {
    return (JSON.parse(readRemembered(key) ?? "[]") as string[]).map(parseReview);
  } catch {
    return [];
  }
}
