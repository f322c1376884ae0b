import type { Starter } from "../../../src/build/new-email/starters.ts";
import { starterNames } from "../../../src/build/new-email/starters.ts";
import type { SourceChange } from "../../protocol/index.ts";
import { Refusal } from "../api/answer.ts";
import type { EmailListing } from "../emails/email-list.ts";
import { notFound } from "../emails/not-found.ts";
import type { RenderService } from "../views/render-service.ts";
import {
  type EmailFolders,
  type EmailToChange,
  planDelete,
  planDuplicate,
  planNew,
  planRename,
} from "./plan-emails.ts";
import { planUpdate, planVariantEnd, planVariantName } from "./plan-variants.ts";
import type { PlannedChange } from "./planned-file.ts";

/** What changes of the sources are planned with. */
export interface ChangeSources extends EmailFolders {
  readonly listing: EmailListing;
  readonly renders: Pick<RenderService, "props">;
}

/** Plans what is asked for; writes nothing. @throws {Refusal} saying why it cannot be done */
export function createPlanner(sources: ChangeSources) {
  const { listing, renders } = sources;

  return async (asked: SourceChange): Promise<PlannedChange> => {
    try {
      return await plan(asked);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      // What is refused for its name says so by itself.
      throw new Refusal(
        409,
        /^Cannot /.test(reason) ? reason : `Cannot ${words[asked.kind]}: ${reason}`,
      );
    }
  };

  async function plan(asked: SourceChange): Promise<PlannedChange> {
    switch (asked.kind) {
      case "new-email":
        return planNew(asked.path, starterOf(asked.starter), sources);
      case "duplicate-email":
        return planDuplicate(find(asked.emailId), asked.path, sources);
      case "rename-email":
        return planRename(find(asked.emailId), asked.path, sources);
      case "delete-email":
        return planDelete(find(asked.emailId), sources);
      case "update-variant":
        return planUpdate(find(asked.emailId).found, await propsOf(asked), asked.props);
      case "rename-variant":
        return planVariantName(find(asked.emailId).found, asked.variant, asked.name);
      case "delete-variant":
        return planVariantEnd(find(asked.emailId).found, asked.variant);
    }
  }

  function find(id: string): EmailToChange {
    const found = listing.get(id);
    if (!found) throw notFound(listing, id);
    const others = listing.found().emails.filter((one) => one.path === found.path && one !== found);
    return { found, others };
  }

  async function propsOf({ emailId: id, variant }: { emailId: string; variant: string }) {
    const view = await renders.props({ id, variant });
    if (!view) throw notFound(listing, id);
    if (view.variant !== variant) throw new Error(`"${id}" has no variant "${variant}" any more`);
    return view;
  }
}

const words: Readonly<Record<SourceChange["kind"], string>> = {
  "new-email": "make this email",
  "duplicate-email": "copy this email",
  "rename-email": "rename this email",
  "delete-email": "delete this email",
  "update-variant": "update this variant",
  "rename-variant": "rename this variant",
  "delete-variant": "delete this variant",
};

function starterOf(asked: string): Starter {
  const starter = starterNames.find((one) => one === asked);
  if (starter) return starter;
  throw new Refusal(
    400,
    `Cannot make this email: 'change.starter' is one of ${starterNames.join(", ")}`,
  );
}
