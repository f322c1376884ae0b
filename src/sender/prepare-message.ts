import { isInvalidMessageError } from "../errors.ts";
import { checkMessage, createMessage, messageOptionNames } from "../message/create-message.ts";
import { createIssueLog, type IssueLog } from "../message/issue-log.ts";
import type { Message, MessageInput } from "../message/message.ts";
import { reportUnknownKeys } from "../message/unknown-keys.ts";
import type { Rendered } from "../template/email.ts";
import { render } from "../template/render.ts";
import { validateProps } from "../template/validate-props.ts";
import { type ContentForm, type LooseInput, readContentForm } from "./content-form.ts";
import { addCorrelation, mergeDefaults } from "./merge-defaults.ts";
import { planAttachments, streamsOf } from "./plan-attachments.ts";
import { endStreams, readAttachments } from "./read-attachments.ts";
import type { SendTrace } from "./send-trace.ts";
import type { SenderOptions } from "./sender.ts";

const inputNames = [...messageOptionNames, "email", "props", "react"];

/** Stands in for what a template has yet to make, while the rest of a message is checked. */
const notRendered = "-";

/** What one preparation is done with. */
export interface PrepareContext {
  readonly options: SenderOptions;
  readonly trace: SendTrace;
  readonly signal: AbortSignal | undefined;
}

/**
 * Makes a message from what a caller gave and the defaults. All that can be known before the
 * template runs is checked first, so that its faults are told together.
 *
 * @throws {InvalidMessageError | RenderError} what is wrong with the input, or with the template
 * @throws the signal's reason when it aborts
 */
export async function prepareMessage(
  input: LooseInput,
  { options, trace, signal }: PrepareContext,
): Promise<Message> {
  const streams = streamsOf(input.attachments);
  try {
    signal?.throwIfAborted();
    const log = createIssueLog();
    reportUnknownKeys(input, inputNames, "", log);
    const form = readContentForm(input, log);
    const draft = toDraft(input, form, options, trace.sendId);
    const planned = await planAttachments(input.attachments, options.attachmentsFolder, log);
    const attachments = orGiven(
      planned.map(({ preview }) => preview),
      input,
    );
    const toRead = planned.some(({ open }) => open);
    const isComplete = form.kind === "parts" && !toRead && log.issues.length === 0;
    // What is complete already is checked once, below.
    if (!isComplete) checkMessage({ ...draft, attachments }, log);
    if (log.issues.length > 0) await addPropIssues(form, log);
    log.throwIfAny();
    const read = toRead
      ? await trace.time("attachments", () => readAttachments(planned, log, signal))
      : attachments;
    log.throwIfAny();
    signal?.throwIfAborted();
    const rendered = await renderForm(form, trace);
    signal?.throwIfAborted();
    const content = rendered ? withRendered(draft, rendered, input) : draft;
    return await trace.time("validate", async () =>
      createMessage({ ...content, attachments: read }, { clock: options.clock, id: trace.sendId }),
    );
  } finally {
    endStreams(streams);
  }
}

/** The message as far as it is known, with {@link notRendered} where a template comes in. */
function toDraft(
  input: LooseInput,
  form: ContentForm,
  options: SenderOptions,
  sendId: string,
): MessageInput {
  const { to, cc, bcc, messageId, calendar, html, text } = input;
  const email = form.definition;
  const ofEmail = email ? [{ ...email, tag: email.tag ?? email.id }] : [];
  const merged = mergeDefaults([input, ...ofEmail, options]);
  const { correlationKey = "letterpress-id" } = options;
  const subject = input.subject ?? (email ? notRendered : undefined);
  return {
    ...merged,
    metadata: addCorrelation(merged.metadata, correlationKey, sendId),
    ...{ to, cc, bcc, messageId, calendar },
    // The checks say when either is missing.
    from: merged.from as MessageInput["from"],
    subject: subject as string,
    html: form.kind === "template" ? notRendered : html,
    text,
  };
}

function withRendered(draft: MessageInput, rendered: Rendered, input: LooseInput): MessageInput {
  return {
    ...draft,
    subject: input.subject ?? rendered.subject,
    html: rendered.html,
    text: input.text ?? rendered.text,
  };
}

async function renderForm(form: ContentForm, trace: SendTrace): Promise<Rendered | undefined> {
  const { template, props } = form;
  if (!template) return undefined;
  return trace.rendered(await trace.time("render", () => render(template, props)));
}

/** Adds what is wrong with the props to what is wrong already; otherwise `render` will say so. */
async function addPropIssues(form: ContentForm, log: IssueLog): Promise<void> {
  if (!form.definition) return;
  try {
    await validateProps(form.definition, form.props);
  } catch (error) {
    if (!isInvalidMessageError(error)) throw error;
    log.add(error.issues);
  }
}

/** What was given for attachments when it is no list, so that the check can say so. */
function orGiven<Planned>(planned: Planned, input: LooseInput): Planned {
  const { attachments } = input;
  const isList = attachments === undefined || Array.isArray(attachments);
  return isList ? planned : (attachments as unknown as Planned);
}
