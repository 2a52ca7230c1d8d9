import type { DirectoryVocabulary } from '../../application/ports/provider-directory.ts';
import { isDomainError } from '../../domain/domain-error.ts';
import { searchIsOpen } from '../providers/search-dialog.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import type { Meaning } from '../understanding/meaning.ts';
import { understand } from '../understanding/understand.ts';

const noVocabulary: DirectoryVocabulary = {
  countries: [],
  cities: [],
  services: [],
  products: [],
  industries: [],
  designations: [],
};

/** What the person meant. Help and the language can be requested without a directory too. */
export async function understandTurn(
  services: Pick<Services, 'directory'>,
  turn: Turn,
  text: string,
): Promise<Meaning> {
  return understand(text, { vocabulary: await vocabularyOf(services), searchOpen: searchIsOpen(turn) });
}

async function vocabularyOf({ directory }: Pick<Services, 'directory'>): Promise<DirectoryVocabulary> {
  try {
    return await directory.vocabulary();
  } catch (error) {
    if (isDomainError(error, 'directory-unavailable')) return noVocabulary;
    throw error;
  }
}
