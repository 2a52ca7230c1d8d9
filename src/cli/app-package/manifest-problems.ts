import type { Manifest } from './manifest.ts';
import { schemaProblems } from './microsoft-schema.ts';

/** Teams shows no more in the bot's menu, though its schema takes twelve (Microsoft Learn, "Create a bot commands menu"). */
const maxCommands = 10;

/** What is wrong with the filled-in manifest: Microsoft's schema first, then the rules that it does not state. */
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

/** The schema lets `http:` pass; Teams refuses it when the app is uploaded. */
function addressProblems({ developer }: Manifest): string[] {
  return (['websiteUrl', 'privacyUrl', 'termsOfUseUrl'] as const)
    .filter((name) => !developer[name].startsWith('https://'))
    .map((name) => `developer.${name} must be an https address`);
}
