import { defineEmail } from "letterpress";
import { arabicName, specialCharacters, specialLink } from "../_samples/names.ts";
import { Action } from "../components/action.tsx";
import { Facts } from "../components/facts.tsx";
import { formatDateTime } from "../components/format/date.ts";
import { inPlainText } from "../components/format/plain-text.ts";
import { formatBytes, formatCount } from "../components/format/quantity.ts";
import { Isolated } from "../components/isolated.tsx";
import { Layout } from "../components/layout.tsx";
import { Listing } from "../components/listing.tsx";
import { TextLink } from "../components/text-link.tsx";
import { Note, Paragraph, Subheading, Title } from "../components/type.tsx";

/** One file to download. */
export interface ExportFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly url: string;
}

export interface ExportReadyProps {
  /** What was exported: `Order history, 2025`. */
  readonly title: string;
  /** `CSV`, `PDF in a ZIP archive`. */
  readonly format: string;
  /** At least one; a large export comes in parts. */
  readonly files: readonly [ExportFile, ...ExportFile[]];
  readonly rowCount?: number;
  /** Who asked for it. */
  readonly requestedBy: string;
  /** ISO 8601 instant. */
  readonly madeAt: string;
  /** ISO 8601 instant from which on the links are dead. */
  readonly expiresAt: string;
  /** IANA zone of the reader. @default the brand's */
  readonly timeZone?: string;
}

function ExportReady(props: ExportReadyProps) {
  const { title, format, files, rowCount, requestedBy, madeAt, expiresAt, timeZone } = props;
  const [first] = files;
  const size = formatBytes(files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
  const expiry = formatDateTime(expiresAt, timeZone);
  const single = files.length === 1;
  return (
    <Layout
      title="Your export is ready"
      preheader={`${inPlainText(format)}, ${size}. Yours to download until ${expiry}.`}
      reason={
        <>
          You get this because <Isolated>{requestedBy}</Isolated> asked for an export.
        </>
      }
    >
      <Title>Your export is ready</Title>
      <Paragraph>
        <strong>
          <Isolated>{title}</Isolated>
        </strong>{" "}
        is packed and waiting{single ? "" : `, in ${files.length} files`}. You will be asked to sign
        in before the download starts.
      </Paragraph>
      {single && <Action href={first.url}>Download your export</Action>}
      <Facts
        label="The export"
        facts={[
          { name: "File", value: single && <Isolated>{first.name}</Isolated> },
          { name: "Format", value: <Isolated>{format}</Isolated> },
          { name: single ? "Size" : "Size in all", value: size },
          { name: "Rows", value: rowCount === undefined ? undefined : formatCount(rowCount) },
          { name: "Made", value: formatDateTime(madeAt, timeZone) },
          { name: "Available until", value: expiry },
        ]}
      />
      {!single && (
        <>
          <Subheading>Files</Subheading>
          <Listing
            label="Files to download"
            columns={["File", "Size"]}
            rows={files.map((file) => ({
              name: (
                <TextLink href={file.url}>
                  <Isolated>{file.name}</Isolated>
                </TextLink>
              ),
              measure: formatBytes(file.sizeBytes),
            }))}
          />
        </>
      )}
      <Note>After that the files are deleted. You can always make the export anew.</Note>
    </Layout>
  );
}

const standard: ExportReadyProps = {
  title: "Order history, 2025",
  format: "CSV, UTF-8",
  files: [
    {
      name: "order-history-2025.csv",
      sizeBytes: 48_213_004,
      url: "https://foolscap.example/exports/8f2c/order-history-2025.csv?part=1&of=1",
    },
  ],
  rowCount: 12_480,
  requestedBy: "ada@marlowandpine.example",
  madeAt: "2026-03-14T09:41:00Z",
  expiresAt: "2026-03-21T09:41:00Z",
};

function part(index: number): ExportFile {
  const name = `artwork-${String(index + 1).padStart(2, "0")}-of-40.zip`;
  const url = `https://foolscap.example/exports/c91d/${name}`;
  return { name, sizeBytes: 1_999_000_000 - index * 23_456_789, url };
}

export default defineEmail({
  id: "exports/export-ready",
  component: ExportReady,
  subject: ({ title }) => `Your export is ready: ${inPlainText(title)}`,
  variants: {
    default: standard,
    "row count unknown, tiny": {
      ...standard,
      rowCount: undefined,
      files: [{ ...standard.files[0], sizeBytes: 312 }],
    },
    "forty files": {
      ...standard,
      title: "All artwork",
      format: "PDF in ZIP archives",
      files: [part(0), ...Array.from({ length: 39 }, (_, index) => part(index + 1))],
      rowCount: undefined,
      timeZone: "America/New_York",
    },
    "very long file name": {
      ...standard,
      title:
        "Order history of the Worshipful Company of Stationers, Bookbinders and Newspaper Makers",
      files: [
        {
          ...standard.files[0],
          name: `${"order-history_".repeat(9)}final_FINAL(2).csv`,
        },
      ],
    },
    "right-to-left title": {
      ...standard,
      title: arabicName,
      files: [{ ...standard.files[0], name: "سجل الطلبات 2025.csv" }],
      timeZone: "Asia/Dubai",
    },
    "special characters": {
      ...standard,
      title: specialCharacters,
      format: specialCharacters,
      files: [{ name: specialCharacters, sizeBytes: 1000, url: specialLink }],
      requestedBy: specialCharacters,
    },
  },
});
