import { BlockList, isIP } from "node:net";

/**
 * Makes the check of where a request comes from.
 *
 * @param addresses addresses and ranges, such as `203.0.113.7` and `2001:db8::/32`
 * @throws {TypeError} that names what is neither
 */
export function createAddressCheck(addresses: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const given of addresses) {
    const [address = "", bits, ...rest] = String(given).split("/");
    const family = familyOf(address);
    const most = family === "ipv6" ? 128 : 32;
    const prefix = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
    if (!family || prefix < 0 || prefix > most || rest.length > 0) {
      throw new TypeError(
        `Cannot create the webhook handler: 'addresses' holds ${JSON.stringify(given)}; give addresses like "203.0.113.7" or ranges like "203.0.113.0/24"`,
      );
    }
    list.addSubnet(address, prefix, family);
  }
  return (address) => {
    // Node tells IPv4 so on a socket that takes both.
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
    const family = familyOf(plain);
    return family !== undefined && list.check(plain, family);
  };
}

function familyOf(address: string): "ipv4" | "ipv6" | undefined {
  const version = isIP(address);
  return version === 0 ? undefined : version === 4 ? "ipv4" : "ipv6";
}
