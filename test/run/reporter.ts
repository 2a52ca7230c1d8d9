import { join } from 'node:path';
import Mocha from 'mocha';

/** Mocha's spec output for people and, where `TEST_REPORTS` names a folder, Mocha's JSON report in a file there. */
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
