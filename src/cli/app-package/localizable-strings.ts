import type { Manifest } from './manifest.ts';

/**
 * The keys of all localisable texts in the manifest, in the format of Microsoft's localisation schema, such as
 * `bots[0].commandLists[0].commands[2].title`.
 */
export function localizableStrings(manifest: Manifest): string[] {
  const commandTexts = manifest.bots.flatMap((bot, botIndex) =>
    bot.commandLists.flatMap((list, listIndex) =>
      list.commands.flatMap((_, commandIndex) => {
        return textsOf(`bots[${botIndex}].commandLists[${listIndex}].commands[${commandIndex}]`);
      }),
    ),
  );
  const extensionTexts = (manifest.composeExtensions ?? []).flatMap(({ commands }, index) =>
    commands.flatMap((_, commandIndex) => textsOf(`composeExtensions[${index}].commands[${commandIndex}]`)),
  );
  return [
    'name.short',
    'name.full',
    'description.short',
    'description.full',
    ...commandTexts,
    ...extensionTexts,
  ];
}

function textsOf(command: string): string[] {
  return [`${command}.title`, `${command}.description`];
}
