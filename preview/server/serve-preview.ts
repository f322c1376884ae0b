import { randomUUID } from "node:crypto";
import { basename, dirname, join } from "node:path";
import type { Plugin, ViteDevServer } from "vite";
import { describeFound } from "../../src/build/describe-found.ts";
import type { Project, SendTarget } from "../protocol/index.ts";
import { activityRoutes } from "./activity/activity-routes.ts";
import { createActivity } from "./activity/create-activity.ts";
import { createAfterwards } from "./afterwards.ts";
import type { AgentSources } from "./agent/agent-sources.ts";
import { serveAgents } from "./agent/serve-agents.ts";
import { announceAddresses } from "./announce-addresses.ts";
import { emailRoutes } from "./api/email-routes.ts";
import { createEventHub } from "./api/event-hub.ts";
import { createRouter, type Route } from "./api/router.ts";
import { releaseRoute, sendRoute } from "./api/send-route.ts";
import { openAppFolder } from "./app/app-folder.ts";
import { readInitialState } from "./app/initial-state.ts";
import { serveApp } from "./app/serve-app.ts";
import { createPassingMeter } from "./checks/browser/passing-meter.ts";
import { checkRoutes } from "./checks/check-routes.ts";
import { createCheckService } from "./checks/check-service.ts";
import { createCountService } from "./checks/count-service.ts";
import { createFixService } from "./checks/fix/fix-service.ts";
import { createIdle } from "./checks/idle.ts";
import { isConfigName, loadConfig } from "./checks/load-config.ts";
import { createSpreadService } from "./checks/spread-service.ts";
import { referenceRoutes } from "./diff/reference-routes.ts";
import { openRoute } from "./editor/open-route.ts";
import { emailEnvironmentOf } from "./emails/email-environment.ts";
import { createEmailGraph } from "./emails/email-graph.ts";
import { createEmailListing } from "./emails/email-list.ts";
import { readProjectEnvironment } from "./emails/project-environment.ts";
import { startHeadlessBy } from "./export/start-headless.ts";
import { serveStaticFolder } from "./files/static-folder.ts";
import { assetFile } from "./front/asset-files.ts";
import { createEntrance } from "./front/entrance.ts";
import { watchUnreadable } from "./front/unreadable-requests.ts";
import { openHistory } from "./history/open-history.ts";
import { eventRoutes } from "./inbox/event-routes.ts";
import { forwardInboxEvents } from "./inbox/forward-events.ts";
import { leaseInbox } from "./inbox/inbox-lease.ts";
import { inboxRoutes } from "./inbox/inbox-routes.ts";
import { loadInbox } from "./inbox/load-inbox.ts";
import { serveMailApi } from "./inbox/mail-api.ts";
import { createSummarizer } from "./inbox/summarize.ts";
import { openChanges } from "./manage/open-changes.ts";
import type { ResolvedOptions } from "./options.ts";
import { findPackageRoot, nameIn } from "./package-root.ts";
import { openPhone } from "./phone/phone.ts";
import { pictureRoute } from "./pictures/picture-route.ts";
import { createPictureService } from "./pictures/picture-service.ts";
import { propsRoutes } from "./props/props-routes.ts";
import { readingRoutes } from "./reading/reading-routes.ts";
import { readCommit } from "./send/current-commit.ts";
import { readMailEnvironment } from "./send/mail-environment.ts";
import { readRealServer } from "./send/real-server.ts";
import type { SendSources } from "./send/send-state.ts";
import { createSenderAddress } from "./send/sender-address.ts";
import type { ServedPreview } from "./served-preview.ts";
import type { EmailThread } from "./thread/email-thread.ts";
import { holdBack } from "./views/hold-back.ts";
import { createRenderService } from "./views/render-service.ts";
import { watchFiles } from "./watch/watch-files.ts";
import { watchProject } from "./watch/watch-project.ts";

/** Who a test send goes to unless the page says otherwise. */
const defaultRecipient = "you@example.com";

/**
 * The first email goes before all that it does not need: reading the folders in order to watch
 * them, and the inbox, each as long as the email itself. They begin this long after it.
 */
const quietMs = 150;

/** Findings are counted when no one has waited for an email for this long. */
const idleMs = 400;

/**
 * Puts the preview together on a Vite dev server.
 *
 * @param thread what emails are loaded and rendered in
 * @param another makes the plugin of another preview: of the project as it was
 * @param watchFolders lets the watcher see the folders that it ignored until then
 */
export async function servePreview(
  server: ViteDevServer,
  options: ResolvedOptions,
  thread: EmailThread,
  watchFolders: () => void,
  another: () => Plugin[],
): Promise<ServedPreview> {
  const { base, emailsDir } = options;
  const token = randomUUID();
  const { root } = server.config;
  const packageRoot = findPackageRoot();
  const staticDir = join(emailsDir, "static");
  const environment = emailEnvironmentOf(server);
  thread.serve(environment);
  // First of all: a port that is taken ends the start before anything else is begun.
  const lease = options.inbox
    ? await leaseInbox(
        server.config.inlineConfig,
        options.smtpPort,
        {
          root,
          folder: options.inboxFolder,
          tell: (problem) => server.config.logger.warn(problem),
          webhooks: options.webhooks,
          webhookMinuteMs: options.webhookMinuteMs,
        },
        () => loadInbox(packageRoot),
      )
    : undefined;
  const events = createEventHub();
  const app = openAppFolder(packageRoot, () => events.send({ type: "reload" }));
  const listing = createEmailListing(root, emailsDir);
  const graph = createEmailGraph(environment, thread, packageRoot);
  const afterwards = createAfterwards(() => {
    watchFolders();
    watch.begin();
    lease?.open().catch(() => undefined);
    activity.beginLater();
  }, quietMs);
  const idle = createIdle(idleMs);
  const unheld = createRenderService({
    ...{ thread, listing, graph, root, packageRoot },
    sender: async () => (await sender.current()).address,
  });
  const env = readMailEnvironment(server.config);
  const sender = createSenderAddress({ root, option: options.from, variable: env.MAIL_FROM });
  const history = openHistory({ root, listing, idle, renders: unheld }, (id) =>
    events.send({ type: "history", id }),
  );
  const renders = history.watch(holdBack([afterwards, idle], unheld));
  const inbox = async () => {
    if (!lease) throw new Error("Cannot reach the inbox: it is switched off (inbox: false)");
    return lease.open();
  };
  const summarize = createSummarizer();
  const activity = createActivity({ config: server.config, option: options.outbox, inbox, events });
  const stopForwarding = forwardInboxEvents(lease, events, summarize);
  const target: SendTarget = { kind: "inbox", address: lease?.smtpUrl ?? "", to: defaultRecipient };
  const realServer = readRealServer(env, target.address);
  const session: Omit<Project, "sender"> = {
    name: nameIn(root) ?? basename(root),
    emailsFolder: emailsDir.replace(`${root}/`, ""),
    send: target,
    realServer: realServer.target,
    realServerProblem: realServer.problem,
  };

  const project = async (): Promise<Project> => ({ ...session, sender: await sender.current() });

  const imageFolders = {
    ...{ staticDir, publicDir: [server.config.publicDir || join(root, "public"), root] },
  };
  const checks = createCheckService({
    ...{ renders: unheld, listing, graph, root, folders: imageFolders },
    options: async () => options.checks ?? (await loadConfig(root)).checks ?? {},
  });
  const counts = createCountService({
    ...{ checks, listing, idle },
    tell: (count) => events.send({ type: "counted", count }),
  });
  const spreads = createSpreadService(checks, idle);
  const fixes = createFixService(checks, { root, emailsDir });

  const pictures = createPictureService(root, base, imageFolders);
  const meter = createPassingMeter(root, imageFolders);
  const send: SendSources = {
    ...{ renders, inbox, inboxTarget: target, realServer, sender: sender.current },
    outbox: activity.own,
    async commitOf(id) {
      const found = listing.get(id);
      return readCommit(root, found ? [found.realPath, ...graph.modulesOf(found.realPath)] : []);
    },
  };
  const agent: AgentSources = {
    ...{ root, imageFolders, listing, renders, checks, inbox, send },
    outboxUrl: process.env.DATABASE_URL || readProjectEnvironment(server.config).DATABASE_URL,
  };
  const phone = await openPhone({
    ...{ host: options.phone, listing, renders },
    httpServer: server.httpServer,
    onChange: () => events.send({ type: "phone" }),
  });
  const routes: readonly Route[] = [
    { method: "GET", path: "/api/project", handle: async () => ({ json: await project() }) },
    ...emailRoutes({ root, listing, renders, graph }),
    ...readingRoutes({
      renders,
      root,
      to: target.to,
      from: async () => (await sender.current()).address,
    }),
    ...checkRoutes({ checks, counts, spreads, fixes, listing, idle, meter }),
    ...propsRoutes({ root, emailsDir, listing, renders }),
    ...openChanges({ root, emailsDir, listing, renders: unheld }, environment),
    pictureRoute(pictures),
    ...history.routes,
    ...referenceRoutes(
      {
        ...{ root, emailsDir, configFile: server.config.configFile },
        start: (asked) => startHeadlessBy(another(), asked),
      },
      listing,
    ),
    sendRoute(send),
    releaseRoute(send),
    ...inboxRoutes(inbox, summarize, base),
    ...eventRoutes(inbox),
    ...activityRoutes(activity, base),
    ...phone.routes,
    openRoute({ root, emailsDir, token, loadedFiles: graph.files }),
    {
      method: "GET",
      path: "/api/events",
      handle: ({ response }) => void events.attach(response),
    },
  ];
  const watch = watchProject(server, {
    ...{ emailsDir, listing, graph, renders, events },
    onEdited: history.saved,
    onChanged(ids) {
      counts.changed(ids);
      phone.changed();
    },
  });
  watchFiles(server.watcher, (_, path) => {
    app.fileChanged(path);
    if (dirname(path) !== root || !isConfigName(path)) return;
    checks.forgetConfig();
    sender.forget();
    spreads.forget();
    counts.changed(null);
    events.send({ type: "changed", ids: null });
  });
  const startIsOver = afterwards.hold();
  if (server.httpServer) server.httpServer.once("listening", startIsOver);
  else startIsOver();
  const readState = async (url: URL) =>
    readInitialState(url, await project(), listing.list(), renders);
  const entrance = createEntrance({
    base,
    rooms: [
      serveMailApi(inbox),
      serveAgents(agent),
      createRouter(routes),
      serveStaticFolder(staticDir),
      serveApp(app, readState, { base, token }),
    ],
    unreadable: watchUnreadable(server.httpServer, base === "/"),
    ofVite: assetFile,
  });
  server.middlewares.use(entrance);
  // Most pages begin with the first email: it renders while the browser still starts.
  void readState(new URL("http://preview/"));
  announceAddresses(server, base, lease);

  return {
    routes,
    checks,
    renders,
    agent,
    found: listing.found,
    remarks: () => describeFound(root, listing.found()),
    inbox: async () => lease?.opened,
    phoneUrl: phone.origin,
    folders: async () => ({ appDir: await app.current(), emailsDir }),
    async close(reason) {
      app.close();
      counts.close();
      spreads.close();
      watch.end();
      await phone.close();
      await thread.close();
      await pictures.close();
      await meter.close();
      await history.close();
      stopForwarding();
      await activity.close();
      events.close();
      await lease?.release(reason);
    },
  };
}
