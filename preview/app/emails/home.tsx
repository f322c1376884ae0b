import { useEffect, useMemo } from "react";
import { useClient } from "../data/client.ts";
import { site } from "../data/site.ts";
import { useStore } from "../data/store.ts";
import { Gallery } from "../gallery/gallery.tsx";
import { useManage } from "../manage/manage-context.ts";
import { Button } from "../ui/button.tsx";
import { Connection } from "../ui/connection.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { count } from "../ui/format.ts";
import { Plus } from "../ui/icons.ts";
import { recallEmail } from "../ui/last-email.ts";
import { ListToggle } from "../ui/list-toggle.tsx";
import { Shell } from "../ui/shell.tsx";
import { useShell } from "../ui/shell-context.ts";
import { Snippet } from "../ui/snippet.tsx";
import { EmailList } from "./email-list.tsx";
import { OrderToggle } from "./order-toggle.tsx";
import { PassedOverList } from "./passed-over.tsx";
import { markReady } from "./ready.ts";
import { type EmailTree, useEmailTree } from "./use-email-tree.ts";

/** What `/` shows: all emails at a glance, or how to write the first one. */
export function Home() {
  const { project } = useClient();
  const tree = useEmailTree();
  const folder = useStore(project)?.emailsFolder ?? "emails";
  const lastId = useMemo(() => {
    const last = recallEmail();
    return last.page === "email" ? last.id : null;
  }, []);
  const isEmpty = tree.loaded && tree.total === 0;
  useEffect(() => {
    if (tree.loaded) markReady(`home|gallery|${tree.total}`);
  }, [tree.loaded, tree.total]);
  return (
    <Shell
      page="email"
      listLabel="Emails"
      list={<EmailList tree={tree} route={null} />}
      stage={
        <>
          <HomeBar tree={tree} />
          {isEmpty && <NoEmails folder={folder} />}
          {tree.total > 0 && <Gallery tree={tree} rootTitle={folder} lastId={lastId} />}
        </>
      }
      status={
        <>
          {tree.total > 0 && <span className="tabular">{count(tree.total, "email")}</span>}
          <Connection />
        </>
      }
    />
  );
}

function HomeBar({ tree }: { readonly tree: EmailTree }) {
  const { listShown } = useShell();
  const hasEmails = tree.total > 0;
  return (
    <header className="stage-bar" data-kind="home">
      <ListToggle />
      {hasEmails && <h1 className="breadcrumb truncate">All emails</h1>}
      <span className="stage-space" />
      {/* The list has it; without the list it stands here. */}
      {hasEmails && !listShown && <OrderToggle tree={tree} />}
    </header>
  );
}

function NoEmails({ folder }: { readonly folder: string }) {
  const { folderExists, passedOver } = useClient();
  const exists = useStore(folderExists);
  const manage = useManage();
  const files = useStore(passedOver);
  return (
    <EmptyState title={exists ? "No emails yet" : `There is no folder ${folder}`}>
      {!exists && (
        <p>
          If your emails are elsewhere, start with their folder:{" "}
          <code>letterpress dev --emails FOLDER</code>
        </p>
      )}
      {files.length > 0 && (
        <>
          <p>An email is a component that is the default export of its file. These hold none:</p>
          <PassedOverList files={files} />
        </>
      )}
      {!site.isStatic && (
        <>
          <p>
            <Button kind="primary" onClick={() => manage({ kind: "new-email", folder: "" })}>
              <Plus size={16} />
              Make the first email
            </Button>
          </p>
          <p>
            Or save this as <code>{folder}/welcome.tsx</code>, and it opens here by itself.
          </p>
          <Snippet label="A first email" code={firstEmail} />
        </>
      )}
    </EmptyState>
  );
}

const firstEmail = `import { Body, Heading, Html, Preview, Text } from "@react-email/components";
import { defineEmail } from "letterpress";

function Welcome({ name }: { name: string }) {
  return (
    <Html lang="en">
      <Preview>Your account is ready.</Preview>
      <Body>
        <Heading>Welcome, {name}</Heading>
        <Text>Your account is ready.</Text>
      </Body>
    </Html>
  );
}

export default defineEmail({
  id: "welcome",
  component: Welcome,
  subject: ({ name }) => \`Welcome, \${name}\`,
  variants: { default: { name: "Ada" } },
});
`;
