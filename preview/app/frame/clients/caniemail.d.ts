/** What clients support, as caniemail.com has it (MIT, github.com/hteumeuleu/caniemail). */
declare module "caniemail/caniemail.json" {
  const support: import("./client-support.ts").SupportData;
  export default support;
}
