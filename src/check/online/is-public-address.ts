import { BlockList, isIPv4, isIPv6 } from "node:net";

/**
 * Special ranges of IPv4: this network, private, shared, loopback, link-local (with the metadata of
 * clouds), documentation, 6to4 relays, benchmarks, multicast, reserved.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 */
const special4 = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"],
  ...["172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16"],
  ...["198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"],
];

/**
 * Special ranges within 2000::/3, the only one that is given to hosts of the public net: protocols
 * (Teredo among them), documentation, 6to4, which holds an address of IPv4.
 *
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const special6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

/** Whether an IP address is one of the public net. What is no address is not. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, "").replace(/%.*$/, "");
  if (isIPv4(plain)) return !toList(special4, "ipv4").check(plain, "ipv4");
  if (!isIPv6(plain)) return false;
  return (
    toList(["2000::/3"], "ipv6").check(plain, "ipv6") &&
    !toList(special6, "ipv6").check(plain, "ipv6")
  );
}

function toList(ranges: readonly string[], family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = "", bits] = range.split("/");
    list.addSubnet(network, Number(bits), family);
  }
  return list;
}
