/**
 * What Postmark takes, as named numbers. Over SMTP a message past a limit is accepted first and
 * fails later as an `SMTPApiError`, so all of them are checked before the network.
 *
 * Postmark says "MB" without saying which; the smaller reading, 10^6, is the safe one.
 */

const megabyte = 1_000_000;

/** Recipients of To, Cc and Bcc together. @see https://postmarkapp.com/llms.txt */
export const maxRecipients = 50;

/** Octets of the HTML part, and again of the text part. @see https://postmarkapp.com/support/article/1056-what-are-the-attachment-and-email-size-limits */
export const maxBodyBytes = 5 * megabyte;

/** Octets of the whole message, measured after encoding. @see https://postmarkapp.com/support/article/1056-what-are-the-attachment-and-email-size-limits */
export const maxMessageBytes = 10 * megabyte;

/** UTF-16 units of the subject. @see https://postmarkapp.com/developer/api/email-api */
export const maxSubjectLength = 2000;

/** UTF-16 units of the From field, name and address. @see https://postmarkapp.com/developer/api/email-api */
export const maxFromLength = 255;

/** Characters of the tag. @see https://postmarkapp.com/llms.txt */
export const maxTagLength = 1000;

/** Metadata fields of one message. @see https://postmarkapp.com/support/article/1125-custom-metadata-faq */
export const maxMetadataFields = 10;

/** Characters of a metadata key. @see https://postmarkapp.com/support/article/1125-custom-metadata-faq */
export const maxMetadataKeyLength = 20;

/** Characters of a metadata value. @see https://postmarkapp.com/support/article/1125-custom-metadata-faq */
export const maxMetadataValueLength = 80;

/** Characters of a message stream id. @see https://postmarkapp.com/support/article/1207-how-to-create-and-send-through-message-streams */
export const maxStreamIdLength = 30;

/** Octets of an address's local part. @see RFC 5321 §4.5.3.1.1 */
export const maxLocalPartLength = 64;

/** Octets of an address: a path of 256 without its angle brackets. @see RFC 5321 §4.5.3.1.3 and RFC 3696 erratum 1690 */
export const maxAddressLength = 254;

/** Octets of one label of a domain. @see RFC 1035 §2.3.4 */
export const maxDomainLabelLength = 63;

/** Characters of a line without its CRLF: what cannot be folded must fit. @see RFC 5322 §2.1.1 */
export const maxLineLength = 998;

/** Octets of an attachment's name: what common file systems take. */
export const maxFilenameBytes = 255;

/** Endings of attachments that Postmark refuses. @see https://postmarkapp.com/developer/user-guide/send-email-with-api#attachments */
export const forbiddenExtensions: ReadonlySet<string> = new Set(
  (
    "vbs exe bin bat chm com cpl crt hlp hta inf ins isp jse lnk mdb pcd pif reg scr sct shs " +
    "vbe vba wsf wsh wsl msc msi msp mst"
  ).split(" "),
);
