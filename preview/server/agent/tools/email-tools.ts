import { printTypes } from "../print-types.ts";
import { rendered, stateInput, toQuery, viewState } from "../state-input.ts";
import { defineTool, shorten } from "../tool.ts";

const usualMost = 4_000;

/** Finds emails. */
export const listEmails = defineTool({
  name: "list_emails",
  title: "List emails",
  description: "The ids of the project's emails, with their files. Begin here.",
  isReadOnly: true,
  input: { query: { type: "string", description: "Only ids that have this in them" } },
  async run({ query = "" }, { listing }) {
    const all = listing.list();
    const found = all.emails.filter(({ id }) => id.toLowerCase().includes(query.toLowerCase()));
    if (!all.folderExists) return "The folder of the emails is not there.";
    const lines = found.map(({ id, file }) => `${id}  ${file}`);
    const ids = all.emails.map(({ id }) => id).join(", ");
    if (lines.length === 0) return query ? `None has "${query}" in it; there is ${ids}` : "None.";
    return lines.join("\n");
  },
});

/** Tells what an email takes. */
export const describeEmail = defineTool({
  name: "describe_email",
  title: "Describe an email",
  description: "Variants, locales and the type of the props of one email.",
  isReadOnly: true,
  input: { id: stateInput.id },
  async run({ id }, sources) {
    const view = await viewState({ ...none, id }, sources);
    const props = await sources.renders.props({ id, variant: view.variant });
    return [
      `${id} in ${view.file}`,
      `variants: ${view.variants.map(({ name }) => name).join(", ") || "none"}`,
      ...(view.locales.length > 0 ? [`locales: ${view.locales.join(", ")}`] : []),
      ...(props ? [`props (by ${props.sources.join(", ")}): ${printTypes(props.type)}`] : []),
      ...(view.result.status === "failed" ? [`does not render: ${view.result.message}`] : []),
    ].join("\n");
  },
});

/** Gives props to begin with. */
export const exampleProps = defineTool({
  name: "example_props",
  title: "Example props",
  description: "The props of a variant as JSON, to change and to render or send with.",
  isReadOnly: true,
  input: { id: stateInput.id, variant: stateInput.variant },
  async run({ id, variant }, sources) {
    const query = await toQuery({ ...none, id, variant }, sources);
    const props = await sources.renders.props(query);
    return JSON.stringify(props?.values ?? {}, null, 1);
  },
});

/** Renders. */
export const renderEmail = defineTool({
  name: "render_email",
  title: "Render an email",
  description:
    "Subject, preheader and sizes of an email, with its text or its HTML as it would leave.",
  isReadOnly: true,
  input: {
    ...stateInput,
    part: {
      type: "string",
      enum: ["text", "html", "summary"],
      description: "What comes behind the subject. Default: text",
    },
    most: { type: "number", minimum: 1, description: `Most characters. Default: ${usualMost}` },
    offset: { type: "number", minimum: 0, description: "First character. Default: 0" },
  },
  async run({ part = "text", most = usualMost, offset = 0, ...state }, sources) {
    const view = await viewState(state, sources);
    const { subject, preheader, from, html, text, htmlBytes, warnings = [] } = rendered(view);
    const head = [
      `subject: ${subject}`,
      `preheader: ${preheader}`,
      `from: ${from}`,
      `html: ${htmlBytes} bytes, text: ${text.length} characters, variant: ${view.variant}`,
      ...warnings.map(
        ({ message, place }) =>
          `warning: ${message}${place ? ` (${place.file}:${place.line})` : ""}`,
      ),
    ].join("\n");
    if (part === "summary") return head;
    return `${head}\n\n${shorten(part === "html" ? html : text, most, offset)}`;
  },
});

const none = { variant: undefined, locale: undefined, props: undefined };
