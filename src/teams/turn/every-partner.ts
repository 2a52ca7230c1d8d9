import type { ProviderId } from '../../domain/identifiers.ts';

/** Where a person is in the list of partners, without how it is checked. */
interface ListPlace {
  readonly text: string;
  readonly onlyDelegated: boolean;
  readonly offset: number;
  readonly ticked: readonly ProviderId[];
}

/** The list of every partner, at its first page: where any card can lead to. */
export const everyPartner: ListPlace = { text: '', onlyDelegated: false, offset: 0, ticked: [] };
