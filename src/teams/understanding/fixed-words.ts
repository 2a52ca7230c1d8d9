import { inEveryLanguage, foldedWords } from './words.ts';

/** Every word of the phrases that name nothing in the directory. Typos in them are forgiven, too. */
export const fixedWords: ReadonlySet<string> = new Set(
  inEveryLanguage(({ commands, cancellation, courtesy, headcount, history, removal, results }) => {
    const { commands: resultsCommands, filters, ...pointers } = results;
    const groups = [commands, headcount, resultsCommands, filters, pointers];
    return [
      ...courtesy,
      ...history,
      ...removal,
      ...cancellation,
      ...groups.flatMap((group) => Object.values(group).flat()),
    ];
  }).flatMap(foldedWords),
);

/** The commands that are one word: “help”, “next”. */
export const oneWordCommands: ReadonlySet<string> = new Set(
  inEveryLanguage(({ commands, results }) =>
    [commands, results.commands].flatMap((group) => Object.values(group).flat()),
  )
    .map(foldedWords)
    .filter((words) => words.length === 1)
    .flat(),
);
