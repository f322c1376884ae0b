import { useClient } from "../data/client.ts";
import { useStore } from "../data/store.ts";
import { parseSender } from "../ui/format.ts";

/** Says beside Send who the email will be from, and where that is said. */
export function SenderNote({ from }: { readonly from: string }) {
  const sender = useStore(useClient().project)?.sender;
  const { name, address } = parseSender(from);
  const source = sender?.address === from ? places[sender.said] : "as the email itself says";
  return (
    <span className="send-from truncate" data-tip={`From ${from}, ${source}`}>
      <span aria-hidden="true">From </span>
      <bdi aria-hidden="true">{name || address}</bdi>
      <span className="visually-hidden">{`From ${from}, ${source}`}</span>
    </span>
  );
}

const places = {
  option: "as the option 'from' says",
  config: "as letterpress.config.ts says",
  environment: "as MAIL_FROM says",
  nowhere: "which is made up: set 'from' in letterpress.config.ts, or MAIL_FROM",
};
