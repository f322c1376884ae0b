import { isIP } from "node:net";
import { networkInterfaces } from "node:os";

/** What stands for "whichever address this machine has on its network". */
export const anyAddress = "auto";

/**
 * The address at which a phone reaches this machine: the given one, or the first on a network.
 *
 * @throws {Error} when it is none of this machine's, or stands for all of them, or there is none
 */
export function findPhoneAddress(asked: string): string {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const addresses = all.map(({ address }) => address);
  if (asked === anyAddress) {
    const found = all.find(({ family, internal }) => family === "IPv4" && !internal);
    if (found) return found.address;
    throw new Error(
      "Cannot open the preview to a phone: this machine has no IPv4 address on a network; join one, or name an address with --host=ADDRESS",
    );
  }
  if (addresses.includes(asked) && isIP(asked) === 4) return asked;
  const known = all.filter(({ family }) => family === "IPv4").map(({ address }) => address);
  throw new Error(
    `Cannot open the preview to a phone: "${asked}" is no IPv4 address of this machine; it has ${known.join(", ")}`,
  );
}
