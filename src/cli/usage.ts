/** What `letterpress --help` prints. */
export const generalUsage = `Usage: letterpress <command> [options]

Commands
  dev        Serve the preview of this project's emails, with an inbox beside it
  inbox      Take mail over SMTP and give it to tests over HTTP, without any emails
  check      Tell what is wrong with this project's emails, before anyone receives them
  doctor     Tell whether mail can go out and arrive: settings, ports, DNS, Postmark
  build      Compile this project's emails to plain ES modules for production
  work       Send what is due in an outbox, until it is told to end
  outbox     Show what waits in an outbox, what is stuck and why
  export     Write the preview into a folder that any static host serves
  webhooks   List, show and replay what Postmark told the app
  suppressions
             Tell why an address gets no mail; lift it, take lists in and out

Options
  --help     Show this, or with a command, its options
  --version  Show the version`;

/** What `letterpress dev --help` prints. */
export const devUsage = `Usage: letterpress dev [options]

Serves the preview of the emails in this folder, and an inbox that takes mail over SMTP. Both
listen on 127.0.0.1 only. Ends with Ctrl-C.

Options
  --port N       Port of the preview           default: 5173, or the next free one
  --smtp-port N  Port of the inbox             default: 2525, or the next free one
  --emails DIR   Folder of the emails          default: emails
  --inbox-dir D  Folder that mail is kept in   default: in the project's cache
  --no-inbox-dir Keep mail in memory only
  --webhook URL  Tell this address what happens to the inbox's mail, as Postmark does;
                 may be repeated
  --open         Open the preview in the browser
  --config FILE  Vite config to take aliases, defines and plugins from
                                               default: the project's own
  --no-config    Use no Vite config
  --help         Show this`;
