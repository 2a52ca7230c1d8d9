import type { Lexicon } from './lexicon.ts';
import { phrases } from './phrases.ts';

/** How the history is asked for as a file, in English. */
export const exportCommands = {
  exportHistory:
    phrases(`export history, export the history, export the whole history, history export, export, export as csv,
    export history as csv, export the history as csv, export history to excel, export the history to excel,
    export history for excel, export the history for excel, export the whole history for excel, export to excel,
    export for excel, history for excel, history in excel, history as an excel file, export as excel,
    export history as excel, export the history as excel,
    download history, download the history, history as csv, history as a file, export audit log, export the audit log`),
  exportHistoryForEnglishExcel:
    phrases(`export history for english excel, export the history for english excel, export for english excel,
    export history for excel in english, export the history for excel in english, export for excel in english,
    history for excel in english, history for english excel`),
  exportHistoryForFrenchExcel:
    phrases(`export history for french excel, export the history for french excel, export for french excel,
    export history for excel in french, export the history for excel in french, export for excel in french,
    history for excel in french, history for french excel`),
  exportHistoryAsPlainCsv:
    phrases(`export history as plain csv, export the history as plain csv, export as plain csv, history as plain csv,
    plain csv, export the whole history as plain csv, export plain csv, export history as raw csv,
    export the history as a plain csv file`),
  exportHistoryAsJsonLines:
    phrases(`export history as json lines, export the history as json lines, export history as json,
    export the history as json, export history as jsonl, export as json lines, export as json, history as json lines,
    history as json`),
} satisfies Partial<Lexicon['commands']>;
