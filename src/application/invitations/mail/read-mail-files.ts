import { DomainError, isDomainError } from '../../../domain/domain-error.ts';
import type { ShownMessage } from '../../../domain/invitations/message/shown-message.ts';
import { DownloadError, maxDownload, type FileDownload } from '../../ports/file-download.ts';
import type { ParseMail } from '../../ports/mail-parser.ts';

/** The beginning of compound files, in which Outlook for Windows saves mails ([MS-CFB], section 2.2). */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

interface ReadingPorts {
  readonly download: FileDownload;
  readonly parseMail: ParseMail;
}

/**
 * Reads files as mails, whatever their names are.
 * @param addresses where they are; the caller has accepted each
 * @returns each in turn: the mail, or why it could not be read ('file-unavailable', 'file-too-large', 'outlook-file' or
 * 'unreadable-mail')
 */
export async function* readMailFiles(
  { download, parseMail }: ReadingPorts,
  addresses: readonly string[],
): AsyncGenerator<ShownMessage | DomainError, undefined> {
  for await (const file of download.read(addresses)) {
    yield file instanceof DownloadError ? refusalOf(file) : await read(parseMail, file);
  }
  return undefined;
}

async function read(parseMail: ParseMail, file: Uint8Array): Promise<ShownMessage | DomainError> {
  try {
    return await parseMail(file, 'anybody');
  } catch (error) {
    if (!isDomainError(error, 'unreadable-mail')) throw error;
    return compoundFile.every((byte, at) => file[at] === byte) ? new DomainError('outlook-file', {}) : error;
  }
}

function refusalOf(cause: DownloadError): DomainError {
  return cause.reason === 'tooLarge'
    ? new DomainError('file-too-large', { megabytes: maxDownload / 1024 / 1024 }, { cause })
    : new DomainError('file-unavailable', {}, { cause });
}
