import { relative } from "node:path";
import { normalizePath } from "vite";
import { type Checker, createChecker } from "../../../src/check/check-email.ts";
import { readElements } from "../../../src/check/document/read-elements.ts";
import type { ImageFile } from "../../../src/check/email-to-check.ts";
import type { Finding } from "../../../src/check/finding.ts";
import { type ImageFolders, readImages } from "../../../src/check/images/read-images.ts";
import type { CheckOptions } from "../../../src/check/options.ts";
import { allows, readExceptions } from "../../../src/check/trace/source-exceptions.ts";
import { traceFindings } from "../../../src/check/trace/trace-findings.ts";
import type { EmailQuery, EmailView } from "../../protocol/index.ts";
import type { EmailGraph } from "../emails/email-graph.ts";
import type { EmailListing } from "../emails/email-list.ts";
import { describePlaces } from "../reading/describe-places.ts";
import type { RenderService } from "../views/render-service.ts";

/** An email in one state, and what is wrong with it. */
export interface CheckedState {
  readonly view: EmailView;
  /** Empty when the state does not render. */
  readonly findings: readonly Finding[];
  /** Exceptions of sources that let something pass, as `file:line`. */
  readonly usedComments: readonly string[];
}

/** Checks emails of a project. */
export interface CheckService {
  /** @returns undefined when there is no such email */
  check(query: EmailQuery): Promise<CheckedState | undefined>;
  /** Indexes of the config's exceptions that let something pass. */
  usedExceptions(): ReadonlySet<number>;
  /** The files of a checked email's module and of all that it imports. */
  modulesOf(realPath: string): readonly string[];
}

/** What a {@link CheckService} works with. */
export interface CheckSources {
  readonly renders: RenderService;
  readonly listing: EmailListing;
  readonly graph: EmailGraph;
  readonly root: string;
  readonly folders: ImageFolders;
  /** Asked once, when something is checked for the first time. */
  readonly options: () => Promise<CheckOptions>;
}

/** Creates the service; nothing is read before something is checked. */
export function createCheckService(sources: CheckSources): CheckService {
  const { renders, listing, root, folders, options } = sources;
  let checker: Promise<Checker> | undefined;
  let made: Checker | undefined;

  async function trace(query: EmailQuery, html: string, findings: readonly Finding[]) {
    const found = listing.get(query.id);
    if (!found) return { findings, usedComments: [] };
    const emailFile = normalizePath(relative(root, found.path));
    // A state that renders but cannot be located is told without places.
    const located = await renders.run("locate", query, undefined).then(
      (elements) => describePlaces(elements, root, [found.path]),
      () => undefined,
    );
    if (!located) return { findings, usedComments: [] };
    const count = readElements(html).elements.length;
    const traced = traceFindings(findings, { ...located, emailFile }, count);
    const comments = Object.entries(located.files).flatMap(([file, code]) =>
      readExceptions(file, code),
    );
    const usedComments: string[] = [];
    const left = traced.filter(({ rule, source }) => {
      const comment = source && comments.find((one) => allows(one, rule, source));
      if (comment) usedComments.push(`${comment.file}:${comment.line}`);
      return !comment;
    });
    return { findings: left, usedComments };
  }

  return {
    modulesOf: sources.graph.modulesOf,
    usedExceptions: () => made?.usedExceptions ?? new Set(),
    async check(query) {
      checker ??= options().then(createChecker);
      made = await checker;
      const view = await renders.view(query);
      if (!view) return undefined;
      const { result, variants } = view;
      if (result.status === "failed") return { view, findings: [], usedComments: [] };
      const message = await renders.run("facts", query, undefined);
      // A file may change while the preview is open: it is looked up anew.
      const images = await readImages(result.html, folders, new Map<string, ImageFile | null>());
      const findings = made.check({
        ...{ subject: result.subject, html: result.html, text: result.text, id: view.id, images },
        variant: variants.find(({ slug }) => slug === view.variant)?.name ?? view.variant,
        ...(query.locale !== null && { locale: query.locale }),
        ...(message?.from !== undefined && { from: result.from }),
        ...(message && { message }),
      });
      if (findings.length === 0) return { view, findings, usedComments: [] };
      return { view, ...(await trace(query, result.html, findings)) };
    },
  };
}
