import type { ProviderId } from '../../domain/identifiers.ts';

/** The state of the partner list, without its schema. */
interface ListPlace {
  readonly text: string;
  readonly onlyDelegated: boolean;
  readonly offset: number;
  readonly ticked: readonly ProviderId[];
}

/** The list of every partner, at its first page; any card can link to it. */
export const everyPartner: ListPlace = { text: '', onlyDelegated: false, offset: 0, ticked: [] };
