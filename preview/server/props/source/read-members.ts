import type { ESTree } from "vite";
import type { ObjectProp, PropField, PropType } from "../../../protocol/props/prop-type.ts";
import { nameOfKey } from "./find-component.ts";
import type { SourceTree } from "./source-file.ts";

/** The members of an interface or of an object type, with the words of their doc comments. */
export function readMembers(
  members: readonly ESTree.TSSignature[],
  tree: SourceTree,
  read: (type: ESTree.TSType) => PropType,
): ObjectProp {
  const fields = members.flatMap((member): PropField[] => {
    if (member.type !== "TSPropertySignature" || member.computed) return [];
    const name = nameOfKey(member.key);
    if (name === undefined) return [];
    const written = member.typeAnnotation?.typeAnnotation;
    const type: PropType = written ? read(written) : { kind: "unknown" };
    const description = tree.commentBefore(member.start);
    return [
      {
        name,
        type: {
          ...type,
          ...(member.optional ? { optional: true } : {}),
          ...(description === undefined ? {} : { description }),
        },
      },
    ];
  });
  const index = members.find((member) => member.type === "TSIndexSignature");
  if (!index) return { kind: "object", fields };
  return { kind: "object", fields, others: read(index.typeAnnotation.typeAnnotation) };
}
