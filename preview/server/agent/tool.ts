import type { AgentSources } from "./agent-sources.ts";

/** What a tool may be given, by name: a JSON schema of each, and a comment that says what it means. */
export type ToolInput = Readonly<Record<string, ToolParameter>>;

/** One of them. */
export interface ToolParameter {
  readonly type: "string" | "number" | "boolean" | "object";
  readonly description: string;
  readonly required?: true;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What a tool answers: words for the agent to read, and a picture where there is one. */
export interface ToolAnswer {
  readonly text: string;
  /** PNG. */
  readonly picture?: Uint8Array;
}

/** Something that an agent may ask the preview for. */
export interface Tool<Input extends ToolInput = ToolInput> {
  readonly name: string;
  readonly title: string;
  /** When it is of use, and what it answers. */
  readonly description: string;
  readonly input: Input;
  /** Whether it leaves everything as it is. */
  readonly isReadOnly: boolean;
  /** @throws {Error} that names what is wrong and what there is instead */
  run(given: GivenInput<Input>, sources: AgentSources): Promise<ToolAnswer | string>;
}

/** Input as it was given; what is required is there. */
export type GivenInput<Input extends ToolInput> = {
  readonly [Name in keyof Input]: Input[Name] extends { readonly required: true }
    ? ValueOf<Input[Name]>
    : ValueOf<Input[Name]> | undefined;
};

type ValueOf<Parameter extends ToolParameter> = Parameter extends {
  readonly enum: readonly (infer Choice)[];
}
  ? Choice
  : {
      readonly string: string;
      readonly number: number;
      readonly boolean: boolean;
      readonly object: Readonly<Record<string, unknown>>;
    }[Parameter["type"]];

/** Keeps the names of a tool's input as types. */
export function defineTool<const Input extends ToolInput>(tool: Tool<Input>): Tool {
  return tool as unknown as Tool;
}

/** Cuts a text that is longer than was asked for, and says so. */
export function shorten(text: string, most: number, from = 0): string {
  const end = from + most;
  const part = text.slice(from, end);
  if (from === 0 && text.length <= most) return part;
  return `${part}\n[characters ${from} to ${Math.min(end, text.length)} of ${text.length}; ask for more with offset]`;
}
