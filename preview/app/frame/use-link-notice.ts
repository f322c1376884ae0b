import { useNotices } from "../ui/notices.tsx";

/** Says where a clicked link leads, and opens it only when asked a second time. */
export function useLinkNotice(): (href: string) => void {
  const { notify } = useNotices();
  return (href) => {
    const isWeb = /^https?:\/\//i.test(href);
    notify({
      tone: "done",
      text: `Link to ${href}`,
      open: isWeb ? { label: "Open", href } : undefined,
    });
  };
}
