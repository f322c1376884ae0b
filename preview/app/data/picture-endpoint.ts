import type { PictureRequest } from "../../protocol/index.ts";
import { type Answer, type AskOptions, postForBlob } from "./ask.ts";

/** Has a picture taken of HTML as a frame has it. */
export function postPicture(body: PictureRequest, options: AskOptions = {}): Promise<Answer<Blob>> {
  return postForBlob("/api/picture", body, options);
}
