import type { PhoneCode, PhoneCodeRequest, PhoneState } from "../../protocol/index.ts";
import { type Answer, post, remove, request } from "./ask.ts";

/** Asks whether emails can be looked at on a phone. */
export function fetchPhone(): Promise<Answer<PhoneState>> {
  return request("/api/phone");
}

/** Asks for an address that lets one more device in; the one before is worth nothing then. */
export function postPhoneCode(asked: PhoneCodeRequest): Promise<Answer<PhoneCode>> {
  return post("/api/phone/code", asked);
}

/** Sends all devices away. */
export function removePhones(): Promise<Answer<null>> {
  return remove("/api/phone");
}
