import { defineCheck } from "../define-check.ts";

/** Whether someone can answer a mail of the domain; receivers distrust domains that take none. */
export const mxCheck = defineCheck({
  ...{ id: "mx", group: "dns", subject: "MX" },
  applies: ({ domain }) => domain !== undefined,
  async run({ dns, domain = "" }) {
    const hosts = await dns.mx(domain);
    const [first] = hosts;
    if (first === "") {
      return {
        status: "error",
        message: `${domain} says that it takes no mail (null MX), so some receivers refuse mail from it`,
        fix: "publish the MX of the mail service that answers come to, or send from a domain that has one",
      };
    }
    if (first !== undefined) {
      const more = hosts.length > 1 ? ` and ${hosts.length - 1} more` : "";
      return { status: "ok", message: `${first}${more}` };
    }
    const hasAddress = (await dns.addresses(domain)).length > 0;
    return {
      status: hasAddress ? "warning" : "error",
      message: hasAddress
        ? `${domain} has no MX, so answers go to its web server`
        : `${domain} has neither MX nor address, so receivers may refuse mail from it`,
      fix: "publish the MX of the mail service that answers come to",
    };
  },
});
