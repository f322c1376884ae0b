import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { OutboxError } from "../errors.ts";

const cipherName = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** Seals bodies at rest, and opens them. */
export interface Seal {
  /** Name of the key that seals; `undefined` where nothing is sealed. */
  readonly keyId: string | undefined;
  /** Names of all keys that can be opened with. */
  readonly keyIds: readonly string[];
  /** @param id of the row, to which the sealed bytes are bound */
  close(bytes: Buffer, id: string): Buffer;
  /** @throws {OutboxError} when the key is not there, or the bytes were changed */
  open(bytes: Buffer, id: string, keyId: string | null): Buffer;
}

/**
 * Makes the seal of an outbox: AES-256-GCM.
 *
 * @param keys each 32 bytes, as 64 hexadecimal digits or in base64; the first seals, all open
 * @throws {TypeError} when one is no such key; the message does not show it
 */
export function createSeal(keys: readonly string[]): Seal {
  const known = new Map(
    keys.map((text) => {
      const key = readKey(text);
      return [createHash("sha256").update(key).digest("hex").slice(0, 12), key] as const;
    }),
  );
  const [first] = known;
  return {
    keyId: first?.[0],
    keyIds: [...known.keys()],
    close(bytes, id) {
      if (!first) return bytes;
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(cipherName, first[1], nonce).setAAD(Buffer.from(id));
      const sealed = [cipher.update(bytes), cipher.final()];
      return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]);
    },
    open(bytes, id, keyId) {
      if (keyId === null) return bytes;
      const key = known.get(keyId);
      const fail = (state: string, cause?: unknown) =>
        new OutboxError(`Cannot read the message: ${state}`, {
          ...{ kind: "encryption", messageId: id },
          ...(cause === undefined ? {} : { cause }),
        });
      if (!key) {
        throw fail(
          `it was sealed with the key "${keyId}", which is not among the ${known.size} of 'encryptionKey'; add that key behind the one in use`,
        );
      }
      const nonce = bytes.subarray(0, nonceBytes);
      const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes);
      try {
        const cipher = createDecipheriv(cipherName, key, nonce, { authTagLength: tagBytes });
        cipher.setAAD(Buffer.from(id)).setAuthTag(tag);
        const rest = bytes.subarray(nonceBytes + tagBytes);
        return Buffer.concat([cipher.update(rest), cipher.final()]);
      } catch (cause) {
        throw fail("what is stored is not what was sealed", cause);
      }
    },
  };
}

function readKey(text: string): Buffer {
  const isHex = /^[0-9a-f]{64}$/i.test(text);
  const key = Buffer.from(text, isHex ? "hex" : "base64");
  if (key.length === 32) return key;
  throw new TypeError(
    "Option 'encryptionKey' is no key: give 32 bytes, as 64 hexadecimal digits or in base64, such as 'openssl rand -base64 32' prints",
  );
}
