import type { StandardSchemaV1 } from "@standard-schema/spec";
import { InvalidMessageError, type Issue, RenderError } from "../errors.ts";
import type { Email } from "./email.ts";
import { findUnknownKeys } from "./unknown-props.ts";

/**
 * Checks an email's props by its schema. Without one there is nothing to check. A key that the
 * schema does not keep is refused too: most schemas drop such keys in silence, and a misspelt
 * optional prop would be lost in the mail.
 *
 * @returns the props as the schema gives them back, its defaults filled in
 * @throws {InvalidMessageError} with all that is wrong, in fields such as `props.order.number`
 * @throws {RenderError} when the schema itself throws
 */
export async function validateProps<Props extends object>(
  email: Pick<Email<Props>, "id" | "schema">,
  props: unknown,
): Promise<Props> {
  if (!email.schema) return props as Props;
  const result = await runSchema(email, email.schema, props);
  const issues = result.issues
    ? result.issues.map(toIssue)
    : findUnknownKeys(props, result.value, "props").map(unknownProp);
  const [first, ...rest] = issues;
  if (first) throw new InvalidMessageError([first, ...rest]);
  if (!("value" in result))
    throw new RenderError(`Cannot render ${email.id}: its schema failed without saying why`, {
      emailId: email.id,
    });
  return result.value;
}

async function runSchema<Props extends object>(
  email: { readonly id: string },
  schema: StandardSchemaV1<unknown, Props>,
  props: unknown,
): Promise<StandardSchemaV1.Result<Props>> {
  try {
    return await schema["~standard"].validate(props);
  } catch (cause) {
    throw new RenderError(
      `Cannot render ${email.id}: its schema threw while it checked the props; fix the schema`,
      { emailId: email.id, cause },
    );
  }
}

function toIssue({ message, path = [] }: StandardSchemaV1.Issue): Issue {
  const field = path.reduce<string>((parent, segment) => {
    const key = typeof segment === "object" ? segment.key : segment;
    return typeof key === "number" ? `${parent}[${key}]` : `${parent}.${String(key)}`;
  }, "props");
  return { field, message: `'${field}' does not fit the email's schema: ${message}` };
}

function unknownProp(field: string): Issue {
  return { field, message: `'${field}' is unknown: the email's schema has no such key; remove it` };
}
