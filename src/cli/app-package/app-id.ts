import { z } from 'zod';
import { PackagingError } from './packaging-error.ts';

/** The app id from the option or the environment. @throws PackagingError if it is missing or not a GUID */
export function readAppId(option: string | undefined, environment: string | undefined): string {
  const given = option ?? environment ?? '';
  if (given === '') {
    throw new PackagingError([
      'no app id: give the application id of the bot’s registration with --app-id, or set MicrosoftAppId',
    ]);
  }
  if (!z.guid().safeParse(given).success) {
    throw new PackagingError([
      `the app id “${given}” is not a GUID such as 1f2e3d4c-5b6a-4789-8abc-def012345678`,
    ]);
  }
  return given.toLowerCase();
}
