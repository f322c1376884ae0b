import { ArrowUp } from "../../ui/icons.ts";

/** Says how much mail came above what one sees, and leads there. */
export function NewAbove({ count, onGo }: { readonly count: number; readonly onGo: () => void }) {
  return (
    <div className="inbox-new" role="status">
      {count > 0 && (
        <button type="button" className="inbox-new-pill tabular" onClick={onGo}>
          <ArrowUp size={14} /> {count.toLocaleString("en")} new
        </button>
      )}
    </div>
  );
}
