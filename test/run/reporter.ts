import { join } from 'node:path';
import Mocha from 'mocha';

/** Mocha's spec output and, if `TEST_REPORTS` names a folder, a JSON report in a file there. */
export default class SpecAndReport extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const { TEST_REPORTS: folder = '' } = process.env;
    if (folder === '') return;
    const output = join(folder, `${process.pid}.json`);
    const withOutput = { ...options, reporterOption: { output } };
    new Mocha.reporters.JSON(runner, withOutput);
  }
}
