/** What fixes a connection that cannot be had, by the code of the system's error. */
const advices: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens on that port: check host and port, and that the server runs",
  EHOSTUNREACH: "there is no way to it: check the host, this machine's network and its firewall",
  ENETUNREACH: "there is no way to it: check the host, this machine's network and its firewall",
  EACCES: "this machine forbids it: check its firewall and the rights of this program",
  EPERM: "this machine forbids it: check its firewall and the rights of this program",
  EMFILE: "this program has too many files and connections open: raise the limit, or close some",
  ENFILE: "this machine has too many files and connections open: raise the limit, or close some",
  EADDRNOTAVAIL: "this machine has no free port or no such network: check both",
};

/** What to do about a server that cannot be reached. */
export function adviceForUnreachable(code: string): string {
  return Object.hasOwn(advices, code)
    ? (advices[code] ?? "")
    : "check host and port, and that the server runs";
}
