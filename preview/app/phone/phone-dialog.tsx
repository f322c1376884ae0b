import { useEffect, useState } from "react";
import type { PhoneCode, PhoneCodeRequest, PhoneState } from "../../protocol/index.ts";
import type { Answer } from "../data/ask.ts";
import { useClient } from "../data/client.ts";
import { fetchPhone, postPhoneCode, removePhones } from "../data/phone-endpoints.ts";
import { useStore } from "../data/store.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { count } from "../ui/format.ts";
import { Snippet } from "../ui/snippet.tsx";
import "./phone.css";

/** The code that lets a phone look at an email, and what that means; or how to switch it on. */
export default function PhoneDialog({
  email,
  onClose,
}: {
  readonly email: PhoneCodeRequest;
  readonly onClose: () => void;
}) {
  const { state, code, refresh } = usePhone(email);
  return (
    <Dialog className="phone-dialog" title="On a phone" onClose={onClose}>
      {state?.ok === false && <p role="alert">{state.problem.message}</p>}
      {state?.ok && state.value.origin === null && <SwitchedOff />}
      {code?.ok === false && <p role="alert">{code.problem.message}</p>}
      {state?.ok && code?.ok && <Code state={state.value} code={code.value} onEnd={refresh} />}
    </Dialog>
  );
}

function SwitchedOff() {
  return (
    <>
      <p>
        Only this machine reaches the preview. To look at emails on a phone of the same network,
        start it with <code>--host</code>.
      </p>
      <Snippet label="In the project" code="npx letterpress dev --host" />
      <p className="phone-hint">
        A phone is let in by a code that works once. It sees the emails with the data of their
        variants, and nothing else: it cannot send, edit or read the inbox.
      </p>
    </>
  );
}

function Code({
  state: { devices },
  code: { url, svg, seconds },
  onEnd,
}: {
  readonly state: PhoneState;
  readonly code: PhoneCode;
  readonly onEnd: () => void;
}) {
  return (
    <>
      <p>
        Scan this with a phone on the same network. It shows the email at the phone’s own width.
      </p>
      <img
        className="phone-code"
        src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
        alt="QR code that opens this email"
      />
      <p className="phone-address">
        <code className="truncate">{url.replace(/\?.*/, "")}</code>
        <CopyButton text={url} name="Copy the address" />
      </p>
      <p className="phone-hint">
        The code lets one device in, within {Math.round(seconds / 60)} minutes. Who is let in sees
        all emails of this project with the data of their variants, and cannot send, edit or read
        the inbox. The connection is not encrypted: others on the network may be able to read it.
      </p>
      {devices > 0 && (
        <p className="phone-devices">
          <span role="status">{count(devices, "device")} can look now</span>
          <Button onClick={() => void removePhones().then(onEnd)}>End for all</Button>
        </p>
      )}
    </>
  );
}

/** A code, and another one as soon as it was used. */
function usePhone({ id, variant }: PhoneCodeRequest) {
  const changes = useStore(useClient().phoneChanges);
  const [asked, setAsked] = useState(0);
  const [state, setState] = useState<Answer<PhoneState> | null>(null);
  const [code, setCode] = useState<Answer<PhoneCode> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a device that came has used the code up
  useEffect(() => {
    let isWanted = true;
    void (async () => {
      const phone = await fetchPhone();
      const isOn = phone.ok && phone.value.origin !== null;
      const next = isOn ? await postPhoneCode({ id, variant }) : null;
      if (!isWanted) return;
      setState(phone);
      setCode(next);
    })();
    return () => {
      isWanted = false;
    };
  }, [id, variant, changes, asked]);
  return { state, code, refresh: () => setAsked((before) => before + 1) };
}
