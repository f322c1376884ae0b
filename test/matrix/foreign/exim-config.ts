/** What differs from fault to fault. */
export interface EximSetup {
  /** Main options, one a line. */
  readonly options?: string;
  /** @default 100 */
  readonly maxConnections?: number;
  /** Conditions before MAIL, RCPT, DATA and the dot are accepted. */
  readonly mail?: string;
  readonly rcpt?: string;
  readonly predata?: string;
  readonly data?: string;
  /** Whom AUTH PLAIN lets in. */
  readonly login?: { readonly user: string; readonly password: string };
}

/** A configuration for a server on loopback that delivers to one maildir and sends nothing on. */
export function eximConfig(folder: string, command: string, setup: EximSetup): string {
  return `
exim_path = ${command}
keep_environment = LD_LIBRARY_PATH : LD_PRELOAD : NSS_WRAPPER_PASSWD : NSS_WRAPPER_GROUP
primary_hostname = exim.test
spool_directory = ${folder}/spool
log_file_path = ${folder}/log/%slog
pid_file_path = ${folder}/pid
deliver_drop_privilege = true
host_lookup =
rfc1413_hosts =
pipelining_advertise_hosts = *
smtp_enforce_sync = true
smtp_accept_max = ${setup.maxConnections ?? 100}
smtp_accept_max_per_host = 0
smtp_accept_queue_per_connection = 0
tls_advertise_hosts = ${setup.login ? "*" : ""}
tls_verify_certificates =
tls_certificate = ${folder}/cert
tls_privatekey = ${folder}/key
auth_advertise_hosts = ${setup.login ? `\${if eq{$tls_in_cipher}{}{}{*}}` : ""}
acl_smtp_mail = acl_mail
acl_smtp_rcpt = acl_rcpt
acl_smtp_predata = acl_predata
acl_smtp_data = acl_data
${setup.options ?? ""}

begin acl
acl_mail:
  ${setup.mail ?? ""}
  accept
acl_rcpt:
  ${setup.rcpt ?? ""}
  accept
acl_predata:
  ${setup.predata ?? ""}
  accept
acl_data:
  ${setup.data ?? ""}
  accept

begin routers
everyone:
  driver = accept
  transport = maildir

begin transports
maildir:
  driver = appendfile
  directory = ${folder}/maildir
  maildir_format
  user = nobody
  group = nogroup

begin authenticators
${setup.login ? authenticator(setup.login) : ""}
`;
}

function authenticator({ user, password }: NonNullable<EximSetup["login"]>): string {
  return `plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if and{{eq{$auth2}{${user}}}{eq{$auth3}{${password}}}}}
  server_set_id = $auth2`;
}

/** A passwd file in which the package's user is whom servers run as. */
export function eximUsers(uid: number): string {
  return [
    "root:x:0:0:root:/:/bin/sh",
    `nobody:x:${uid}:${uid}:nobody:/:/bin/false`,
    `Debian-exim:x:${uid}:${uid}::/:/bin/false`,
    "",
  ].join("\n");
}

/** The group file beside it. */
export function eximGroups(gid: number): string {
  return ["root:x:0:", `nogroup:x:${gid}:`, `Debian-exim:x:${gid}:`, `mail:x:${gid}:`, ""].join(
    "\n",
  );
}
