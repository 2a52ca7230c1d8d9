import type { Manifest } from './manifest.ts';
import { schemaProblems } from './microsoft-schema.ts';

/**
 * The most that Teams shows in a bot's menu, though its schema allows twelve (Microsoft Learn, "Create a bot commands
 * menu").
 */
const maxCommands = 10;

/** What is wrong with the filled-in manifest: by Microsoft's schema, then by the rules that it lacks. */
export async function manifestProblems(manifest: Manifest): Promise<string[]> {
  const schema = await schemaProblems('MicrosoftTeams.schema.json', manifest.manifestVersion, manifest);
  return [...schema, ...commandProblems(manifest), ...addressProblems(manifest)];
}

function commandProblems(manifest: Manifest): string[] {
  return manifest.bots
    .flatMap((bot) => bot.commandLists)
    .filter((list) => list.commands.length > maxCommands)
    .map((list) => `a menu has ${list.commands.length} commands, and Teams shows ${maxCommands}`);
}

/** The schema allows `http:`; Teams refuses it on upload. */
function addressProblems({ developer }: Manifest): string[] {
  return (['websiteUrl', 'privacyUrl', 'termsOfUseUrl'] as const)
    .filter((name) => !developer[name].startsWith('https://'))
    .map((name) => `developer.${name} must be an https address`);
}
