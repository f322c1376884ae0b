import type { DevArguments } from "./dev-arguments.ts";
import { paint } from "./paint.ts";
import { type RunningPreview, startPreview } from "./start-preview.ts";
import { untilTold } from "./until-told.ts";
import { packageVersion } from "./version.ts";

/** Serves the preview until it is told to end. @returns the exit code */
export async function dev({ ...options }: DevArguments): Promise<number> {
  surviveEmails();
  const preview = await startPreview(process.cwd(), options);
  const ended = untilTold();
  try {
    await announce(preview);
    await ended;
  } finally {
    await preview.close();
  }
  return 0;
}

/** An email's own code may fail when no render waits for it any more: that ends no preview. */
function surviveEmails(): void {
  for (const event of ["unhandledRejection", "uncaughtException"] as const) {
    process.on(event, (error: unknown) => {
      console.error("Failed outside of any render:", error);
    });
  }
}

/** Tells each address as soon as it answers. */
async function announce({ url, smtpUrl, remarks, phoneUrl }: RunningPreview): Promise<void> {
  console.log(`\n  ${paint("bold", "Letterpress")} ${packageVersion()}\n`);
  console.log(`  Preview  ${paint("cyan", url)}`);
  const address = await smtpUrl();
  console.log(`  Inbox    ${address === undefined ? "switched off" : paint("cyan", address)}`);
  if (phoneUrl !== undefined) {
    console.log(
      `  Phone    ${paint("cyan", phoneUrl)} ${paint("dim", "by a code: the preview's “On a phone”")}`,
    );
  }
  const tookMs = Math.round(process.uptime() * 1000);
  for (const remark of remarks) console.error(`\n${remark}`);
  console.log(`\n  ${paint("dim", `Ready in ${tookMs} ms. Ends with Ctrl-C.`)}\n`);
}
