import {
  handOverHistoryExport,
  acceptHistoryExport,
  declineHistoryExport,
} from '../../application/history/export-history.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { HistoryExport } from '../../domain/history/history-export.ts';
import type { FileConsent, UploadedFile } from '../channel/file-consent.ts';
import { followUp } from '../turn/follow-up.ts';
import { noticeCard } from '../turn/notice-view.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { fileCard } from './file-cards.ts';

type Needs = Pick<
  Services,
  | 'store'
  | 'directory'
  | 'roles'
  | 'clock'
  | 'upload'
  | 'isAcceptedFileAddress'
  | 'background'
  | 'resume'
  | 'log'
  | 'meter'
>;

/**
 * Handles the answer to a file consent card. The upload follows the reply: Teams waits only seconds.
 * @throws DomainError('administrators-only', 'export-not-found', 'upload-refused', 'export-under-way' or
 * 'store-unavailable')
 */
export async function answerFileConsent(services: Needs, turn: Turn, consent: FileConsent): Promise<void> {
  const { actor, messages } = turn;
  const { export: id } = consent.context;
  if (consent.action === 'decline') {
    await declineHistoryExport(services, actor, id);
    const { exportDeclinedTitle: title, exportDeclined: text } = messages.history;
    turn.show(noticeCard(messages, { title, text, isPlain: true }));
    return;
  }
  if (!services.isAcceptedFileAddress(consent.uploadInfo.uploadUrl))
    throw new DomainError('upload-refused', {});
  const taken = await acceptHistoryExport(services, actor, id);
  beginUpload(services, turn, taken, consent.uploadInfo);
}

function beginUpload(services: Needs, turn: Turn, taken: HistoryExport, file: UploadedFile): void {
  followUp(services, turn, {
    name: `upload ${taken.id}`,
    attachment: async (signal) => {
      await handOverHistoryExport(services, turn.actor, { taken, address: file.uploadUrl }, signal);
      return fileCard(file);
    },
    replacesPressed: true,
  });
}
