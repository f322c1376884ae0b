import { lazy, Suspense, useState } from "react";
import type { PhoneCodeRequest } from "../../protocol/index.ts";
import { useHandlers } from "../keys/actions.tsx";
import { IconButton } from "../ui/button.tsx";
import { QrCode } from "../ui/icons.ts";

const PhoneDialog = lazy(() => import("./phone-dialog.tsx"));

/** Opens the code by which a phone shows this email. */
export function PhoneButton({ email }: { readonly email: PhoneCodeRequest }) {
  const [isOpen, setOpen] = useState(false);
  useHandlers({ phone: () => setOpen(true) });
  return (
    <>
      <IconButton
        name="On a phone"
        action="phone"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <QrCode size={16} />
      </IconButton>
      {isOpen && (
        <Suspense>
          <PhoneDialog email={email} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
