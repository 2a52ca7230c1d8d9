import { beginHistoryExport } from '../../application/history/export-history.ts';
import { timeZoneOf } from '../../application/runtime/person-preferences.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { ExportFormat } from '../../domain/history/export-format.ts';
import { timeZoneNamed } from '../../domain/time-zone.ts';
import { followUp } from '../turn/follow-up.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { consentCard } from './file-cards.ts';
import { filterOf, type HistoryState } from './history-state.ts';

type Needs = Pick<
  Services,
  | 'store'
  | 'directory'
  | 'roles'
  | 'clock'
  | 'newId'
  | 'sendsFiles'
  | 'background'
  | 'resume'
  | 'log'
  | 'meter'
>;

/**
 * Starts an export; the file consent card follows when it is ready, since reading a long history takes longer than a
 * press may.
 * @throws DomainError('administrators-only', 'files-not-taken' or 'export-under-way')
 */
export async function beginExport(
  services: Needs,
  turn: Turn,
  { format, state }: { readonly format: ExportFormat; readonly state: HistoryState },
): Promise<void> {
  const { actor, activity, messages } = turn;
  const filter = filterOf(state, services.clock.now());
  const timeZone = await timeZoneOf(services, actor, timeZoneNamed(activity.localTimezone));
  const offer = await beginHistoryExport(services, actor, { format, filter, timeZone });
  if (!acceptsFiles(services, turn)) throw new DomainError('files-not-taken', {});
  const isBegun = followUp(services, turn, {
    name: `export ${actor.tenant} ${actor.person}`,
    attachment: async (signal) => consentCard(messages, await offer(signal)),
    replacesPressed: false,
  });
  if (!isBegun) throw new DomainError('export-under-way', {});
}

/** Teams shows file cards in personal chats only; other clients do not support them. */
function acceptsFiles({ sendsFiles }: Pick<Services, 'sendsFiles'>, { activity }: Turn): boolean {
  return (
    sendsFiles && activity.channelId === 'msteams' && activity.conversation.conversationType === 'personal'
  );
}
