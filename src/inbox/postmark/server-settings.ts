import type { TrackLinks } from "../../message/message.ts";

/** What a Postmark server is set to, in the words of its API. */
export interface ServerSettings {
  readonly Name: string;
  readonly Color: string;
  readonly SmtpApiActivated: boolean;
  readonly RawEmailEnabled: boolean;
  readonly DeliveryType: "Live" | "Sandbox";
  readonly InboundHookUrl: string;
  readonly BounceHookUrl: string;
  readonly OpenHookUrl: string;
  readonly DeliveryHookUrl: string;
  readonly ClickHookUrl: string;
  readonly PostFirstOpenOnly: boolean;
  readonly InboundDomain: string;
  readonly InboundSpamThreshold: number;
  readonly TrackOpens: boolean;
  readonly TrackLinks: TrackLinks;
  readonly IncludeBounceContentInHook: boolean;
  readonly EnableSmtpApiErrorHooks: boolean;
}

/** The number of the one server there is. */
export const serverId = 1;

/**
 * Settings of a new server. SMTP API errors are told by webhook from the start, so that none goes
 * unseen; at Postmark `EnableSmtpApiErrorHooks` is off until one turns it on.
 */
export const defaultSettings: ServerSettings = {
  ...{ Name: "Letterpress", Color: "Blue", SmtpApiActivated: true, RawEmailEnabled: false },
  ...{ DeliveryType: "Live", InboundHookUrl: "", BounceHookUrl: "", OpenHookUrl: "" },
  ...{ DeliveryHookUrl: "", ClickHookUrl: "", PostFirstOpenOnly: false, InboundDomain: "" },
  ...{ InboundSpamThreshold: 0, TrackOpens: false, TrackLinks: "None" },
  ...{ IncludeBounceContentInHook: false, EnableSmtpApiErrorHooks: true },
};
