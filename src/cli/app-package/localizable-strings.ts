import type { Manifest } from './manifest.ts';

/**
 * The key of every text of the manifest that a localisation file translates, as Microsoft's localisation schema writes
 * it, such as `bots[0].commandLists[0].commands[2].title`.
 */
export function localizableStrings(manifest: Manifest): string[] {
  const commandTexts = manifest.bots.flatMap((bot, botIndex) =>
    bot.commandLists.flatMap((list, listIndex) =>
      list.commands.flatMap((_, commandIndex) => {
        const command = `bots[${botIndex}].commandLists[${listIndex}].commands[${commandIndex}]`;
        return [`${command}.title`, `${command}.description`];
      }),
    ),
  );
  return ['name.short', 'name.full', 'description.short', 'description.full', ...commandTexts];
}
