import { useEffect } from "react";
import { useClient } from "../data/client.ts";
import { useStore } from "../data/store.ts";
import { emailRoute } from "../route.ts";
import { Connection } from "../ui/connection.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ListToggle } from "../ui/list-toggle.tsx";
import { Shell } from "../ui/shell.tsx";
import { Snippet } from "../ui/snippet.tsx";
import { goTo } from "../use-route.ts";
import { EmailList } from "./email-list.tsx";
import { useEmailTree } from "./use-email-tree.ts";

/** What `/` shows: the first email, or how to write one. */
export function Home() {
  const { project, emails } = useClient();
  const tree = useEmailTree();
  const first = useStore(emails)?.[0]?.id;
  useEffect(() => {
    if (first !== undefined) goTo(emailRoute(first), { replace: true });
  }, [first]);
  const folder = useStore(project)?.emailsFolder ?? "emails";
  return (
    <Shell
      page="email"
      listLabel="Emails"
      list={<EmailList tree={tree} route={null} />}
      stage={
        <>
          <div className="stage-bar">
            <ListToggle />
          </div>
          {tree.loaded && tree.total === 0 && <NoEmails folder={folder} />}
        </>
      }
      status={<Connection />}
    />
  );
}

function NoEmails({ folder }: { readonly folder: string }) {
  return (
    <EmptyState title="No emails yet">
      <p>
        Save this as <code>{folder}/welcome.tsx</code> and it opens here by itself.
      </p>
      <Snippet label="A first email" code={firstEmail} />
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
