import { relative } from "node:path";
import { normalizePath } from "vite";
import { createChecker } from "../../../src/check/check-email.ts";
import { readElements } from "../../../src/check/document/read-elements.ts";
import type { EmailToCheck, ImageFile } from "../../../src/check/email-to-check.ts";
import type { Finding } from "../../../src/check/finding.ts";
import { type ImageFolders, readImages } from "../../../src/check/images/read-images.ts";
import type { Asker } from "../../../src/check/online/create-asker.ts";
import type { CheckOptions } from "../../../src/check/options.ts";
import type { SeenTexts } from "../../../src/check/seen/seen-text.ts";
import type { SpamBox } from "../../../src/check/spam/create-spam-box.ts";
import { allows, readExceptions } from "../../../src/check/trace/source-exceptions.ts";
import { traceFindings } from "../../../src/check/trace/trace-findings.ts";
import type { EmailQuery, EmailView } from "../../protocol/index.ts";
import type { EmailListing } from "../emails/email-list.ts";
import { describePlaces } from "../reading/describe-places.ts";
import type { RenderService } from "../views/render-service.ts";

/** Measures contrast in a browser, where there is one. */
export interface Meter {
  measure(html: string): Promise<SeenTexts | undefined>;
}

/** An email in one state, and what is wrong with it. */
export interface CheckedState {
  readonly view: EmailView;
  /** Empty when the state does not render. */
  readonly findings: readonly Finding[];
  /** Exceptions of sources that let something pass, as `file:line`. */
  readonly usedComments: readonly string[];
  /** The files that the edits of findings are made for, as they were read then, by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** Where a {@link StateChecker} finds emails and images. */
export interface StateSources {
  readonly renders: RenderService;
  readonly listing: EmailListing;
  readonly root: string;
  readonly folders: ImageFolders;
  /** What asks links and pictures on the net; undefined: no one does. */
  readonly asker?: (() => Asker | undefined) | undefined;
  /** What measures contrast in a browser; undefined: it is estimated. */
  readonly meter?: (() => Meter | undefined) | undefined;
  /** What SpamAssassin says of mails; undefined: it is not asked. */
  readonly spamBox?: (() => SpamBox | undefined) | undefined;
}

/** Checks one state of an email after another, with the rules and exceptions of the options. */
export interface StateChecker {
  /**
   * @param known the state as it was just rendered, which saves a render
   * @param meter what measures contrast @default that of the sources
   * @returns undefined when there is no such email
   */
  check(query: EmailQuery, known?: EmailView, meter?: Meter): Promise<CheckedState | undefined>;
  /** Indexes of the config's exceptions that let something pass. */
  readonly usedExceptions: ReadonlySet<number>;
}

/** Creates a checker. Its module brings the rules and their parsers along: import it when it is needed. */
export function createStateChecker(
  { renders, listing, root, folders, asker, meter, spamBox }: StateSources,
  options: CheckOptions,
): StateChecker {
  const checker = createChecker(options);

  async function trace(query: EmailQuery, html: string, findings: readonly Finding[]) {
    const found = listing.get(query.id);
    if (!found) return { findings, usedComments: [], files: {} };
    const emailFile = normalizePath(relative(root, found.path));
    // A state that renders but cannot be located is told without places.
    const located = await renders.run("locate", query, undefined).then(
      (elements) => describePlaces(elements, root, [found.path]),
      () => undefined,
    );
    if (!located) return { findings, usedComments: [], files: {} };
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
    return { findings: left, usedComments, files: located.files };
  }

  return {
    usedExceptions: checker.usedExceptions,
    async check(query, known, measuring = meter?.()) {
      const view = known ?? (await renders.view(query));
      if (!view) return undefined;
      const { result, variants } = view;
      if (result.status === "failed") return { view, findings: [], usedComments: [], files: {} };
      const message = await renders.run("facts", query, undefined);
      // A file may change while the preview is open: it is looked up anew.
      const images = await readImages(result.html, folders, new Map<string, ImageFile | null>());
      const answers = await asker?.()?.ask(addressesIn(result.html));
      const seen = await measuring?.measure(result.html);
      const email: EmailToCheck = {
        ...{ subject: result.subject, html: result.html, text: result.text, id: view.id, images },
        warnings: result.warnings,
        variant: variants.find(({ slug }) => slug === view.variant)?.name ?? view.variant,
        ...(query.locale !== null && { locale: query.locale }),
        ...(message?.from !== undefined && { from: result.from }),
        ...(message && { message }),
        ...(answers && { answers }),
        ...(seen && { seen }),
      };
      const spam = spamBox?.()?.verdictOf(email);
      const findings = checker.check({ ...email, ...(spam && { spam }) });
      if (findings.length === 0) return { view, findings, usedComments: [], files: {} };
      return { view, ...(await trace(query, result.html, findings)) };
    },
  };
}

function addressesIn(html: string): readonly string[] {
  return readElements(html).elements.flatMap(({ attributes }) =>
    [attributes.get("href"), attributes.get("src")].flatMap((address) => address?.trim() ?? []),
  );
}
