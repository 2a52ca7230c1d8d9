import { type HistoryExport, fileNameOf } from '../../domain/history/history-export.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { UploadedFile } from '../channel/file-consent.ts';
import type { Attachment } from '../turn/follow-up.ts';

/** Teams' own card that asks to save a file to the person's OneDrive. Its data is only the offer's id. */
export function consentCard({ format, history }: Messages, offer: HistoryExport): Attachment {
  const context = { export: offer.id };
  return {
    contentType: 'application/vnd.microsoft.teams.card.file.consent',
    name: fileNameOf(offer),
    content: {
      description: history.exportDescription(format, history.formats[offer.format], offer.entries),
      sizeInBytes: offer.bytes,
      acceptContext: context,
      declineContext: context,
    },
  };
}

/** Teams' own card of a file that has been uploaded. */
export function fileCard({ contentUrl, name, uniqueId, fileType }: UploadedFile): Attachment {
  return {
    contentType: 'application/vnd.microsoft.teams.card.file.info',
    contentUrl,
    name,
    content: { uniqueId, fileType },
  };
}
