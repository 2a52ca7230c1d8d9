import type { Lexicon } from './lexicon.ts';
import { phrases } from './phrases.ts';

/** How the history is asked for as a file, in French. */
export const exportCommands = {
  exportHistory:
    phrases(`exporter l'historique, exporte l'historique, exportez l'historique, exporter tout l'historique,
    export de l'historique, exporter, exporter en csv, exporter l'historique en csv, exporter l'historique vers excel,
    exporter l'historique pour excel, exporte l'historique pour excel, exportez l'historique pour excel,
    exporte l'historique en csv, exportez l'historique en csv, exporter pour excel, exporter vers excel, l'historique pour excel,
    l'historique dans excel, exporter l'historique au format excel, exporter tout l'historique pour excel,
    télécharger l'historique, télécharge l'historique, l'historique en csv, exporter le journal, exporter le journal d'audit`),
  exportHistoryForEnglishExcel:
    phrases(`exporter l'historique pour excel en anglais, exporte l'historique pour excel en anglais,
    exporter pour excel en anglais, l'historique pour excel en anglais, exporter l'historique pour un excel anglais,
    exporter l'historique pour excel anglais`),
  exportHistoryForFrenchExcel:
    phrases(`exporter l'historique pour excel en français, exporte l'historique pour excel en français,
    exporter pour excel en français, l'historique pour excel en français, exporter l'historique pour un excel français,
    exporter l'historique pour excel français`),
  exportHistoryAsPlainCsv:
    phrases(`exporter l'historique en csv simple, exporte l'historique en csv simple, exporter en csv simple,
    l'historique en csv simple, csv simple, exporter l'historique en csv brut, exporter en csv brut,
    exporter l'historique en simple csv`),
  exportHistoryAsJsonLines:
    phrases(`exporter l'historique en json lines, exporter l'historique en json, exporte l'historique en json,
    exporter l'historique en jsonl, exporter en json lines, exporter en json, l'historique en json`),
} satisfies Partial<Lexicon['commands']>;
