import { systemClock } from "../../clock.ts";

/** Bounds of a body. */
export interface BodyLimits {
  readonly maxBodyBytes: number;
  readonly bodyTimeoutMs: number;
}

/** A body that was read whole, or why it was not. */
export type LimitedBody =
  | { readonly bytes: Uint8Array; readonly refused?: undefined }
  | { readonly refused: "too-large" | "slow-body" | "cut-body" };

/** Reads a body within its bounds. One that says that it is too long is not begun. */
export async function readLimited(request: Request, limits: BodyLimits): Promise<LimitedBody> {
  const { maxBodyBytes, bodyTimeoutMs } = limits;
  if (Number(request.headers.get("content-length")) > maxBodyBytes) return { refused: "too-large" };
  const reader = request.body?.getReader();
  if (!reader) return { bytes: new Uint8Array() };
  const done = new AbortController();
  const late = systemClock.sleep(bodyTimeoutMs, { signal: done.signal }).then(
    () => "slow-body" as const,
    () => "slow-body" as const,
  );
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const read = await Promise.race([reader.read(), late]);
      if (read === "slow-body") return leave(reader, read);
      if (read.done) return { bytes: Buffer.concat(chunks, length) };
      length += read.value.byteLength;
      if (length > maxBodyBytes) return leave(reader, "too-large");
      chunks.push(read.value);
    }
  } catch {
    return { refused: "cut-body" };
  } finally {
    done.abort();
  }
}

/** What still comes is no one's; whether the other end hears of it does not matter. */
function leave(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  refused: "too-large" | "slow-body",
): LimitedBody {
  reader.cancel().catch(() => undefined);
  return { refused };
}
