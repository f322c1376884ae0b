import { isInvalidMessageError } from "../errors.ts";
import { checkMessage, createMessage, messageOptionNames } from "../message/create-message.ts";
import { createIssueLog, type IssueLog } from "../message/issue-log.ts";
import type { Message, MessageInput } from "../message/message.ts";
import { reportUnknownKeys } from "../message/unknown-keys.ts";
import type { Renderer } from "../template/create-renderer.ts";
import type { Rendered } from "../template/email.ts";
import { validateProps } from "../template/validate-props.ts";
import { type ContentForm, type LooseInput, readContentForm } from "./content-form.ts";
import { addCorrelation, correlationIdOf, mergeDefaults } from "./merge-defaults.ts";
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
  readonly renderer: Renderer;
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
export async function prepareMessage(input: LooseInput, context: PrepareContext): Promise<Message> {
  const { options, trace, signal } = context;
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
    const rendered = await renderForm(form, context);
    signal?.throwIfAborted();
    const whole = { ...draft, attachments: read };
    const content = rendered ? withRendered(whole, rendered, input) : whole;
    return await trace.time("validate", async () =>
      createMessage(content, { clock: options.clock, id: trace.sendId }),
    );
  } finally {
    endStreams(streams);
  }
}

/** An input with none of its options forgotten. */
type Draft = { readonly [Option in keyof Required<MessageInput>]: MessageInput[Option] };

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
  // Named one by one: spreads cost more than most of the checks.
  const draft: Draft = {
    // The checks say when it, or the subject, is missing.
    from: merged.from as MessageInput["from"],
    to,
    cc,
    bcc,
    replyTo: merged.replyTo,
    subject: subject as string,
    html: form.kind === "parts" ? html : notRendered,
    text,
    textFormat: undefined,
    attachments: undefined,
    headers: merged.headers,
    stream: merged.stream,
    tag: merged.tag,
    metadata: addCorrelation(merged.metadata, correlationKey, correlationIdOf(messageId, sendId)),
    tracking: merged.tracking,
    messageId,
    keepMessageId: merged.keepMessageId,
    priority: merged.priority,
    unsubscribe: merged.unsubscribe,
    calendar,
  };
  return draft;
}

function withRendered(draft: MessageInput, rendered: Rendered, input: LooseInput): MessageInput {
  const hasOwnText = input.text !== undefined;
  return {
    ...draft,
    subject: input.subject ?? rendered.subject,
    html: rendered.html,
    text: hasOwnText ? input.text : rendered.text,
    textFormat: hasOwnText ? undefined : rendered.textFormat,
    attachments: [...(draft.attachments ?? []), ...(rendered.attachments ?? [])],
  };
}

async function renderForm(
  form: ContentForm,
  { renderer, trace, signal }: PrepareContext,
): Promise<Rendered | undefined> {
  if (form.kind === "parts") return undefined;
  const rendered = await trace.time("render", () =>
    form.kind === "email"
      ? renderer.render(form.email, form.props, { signal })
      : renderer.renderElement(form.element, { signal }),
  );
  trace.rendered(rendered);
  return rendered;
}

/** Adds what is wrong with the props to what is wrong already; otherwise `render` will say so. */
async function addPropIssues(form: ContentForm, log: IssueLog): Promise<void> {
  if (form.kind !== "email" || !form.definition) return;
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
