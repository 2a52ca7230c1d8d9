import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { askDesk } from './ask-desk.ts';
import { judge } from './judge.ts';
import { readAllOf } from './read-cases.ts';
import { faultsOf } from './said-faults.ts';

describe('What people say to the desk, and hand over to it', () => {
  const folder = temporaryFolder();

  for (const input of readAllOf('said'))
    it(`${input.id}: ${input.name}`, async () => {
      judge(input.id, faultsOf(input.expect, await askDesk(folder(), input)));
    });
});
