import assert from 'node:assert/strict';
import { describeExcelDate } from '../../../../src/adapters/directory/import/excel-dates.ts';
import { organizationSizes } from '../../../../src/domain/providers/organization-size.ts';

const advice = 'format the column as text in Excel, type the sizes again and save the file again';

describe('A size that Excel made a date of', () => {
  for (const [size, dates] of [
    [
      '10-50',
      [
        ...[
          'Oct-50',
          'oct-50',
          'oct.-50',
          'oct. 50',
          '50-Oct',
          'okt-50',
          'Okt.50',
          'Okt 50',
          'ott-50',
          'out/50',
          'paź-50',
        ],
        ...[
          'říj-50',
          'окт.50',
          'lok.50',
          'Eki.50',
          'oct/50',
          'October 1950',
          'octobre-50',
          '1-Oct-1950',
          '01-oct-50',
        ],
        ...[
          '10/1/2050',
          '10/1/1950',
          '01/10/2050',
          '01/10/50',
          '2050-10-01',
          '1950-10-01 00:00:00',
          '1.10.1950',
        ],
        ...[
          '01.10.2050',
          '1950. 10. 1.',
          '1950/10/1',
          '1950年10月1日',
          '1950년 10월 1일',
          '10월-50',
          '10/50',
          '10/1950',
        ],
        ...['1950-10', '10-1950', '1 de octubre de 1950', '55062', '18537', '53600'],
      ],
    ],
    [
      '1-9',
      [
        ...[
          '09-Jan',
          '9-Jan',
          'Jan-09',
          'janv.-09',
          '09-janv',
          '09-janv.',
          '9. Jan',
          '09. Jän',
          'ene-09',
          '9-ene',
          '09/gen',
        ],
        ...[
          '01-sept',
          '01-sept.',
          '1-Sep',
          '01/set',
          '01. Sep',
          '9 sty',
          '09.янв',
          '01.wrz',
          '1月9日',
          '9. janvier 2026',
        ],
        ...[
          '01/09/2026',
          '1/9/2026',
          '9.1.2026',
          '2026-01-09',
          '2026-09-01',
          '1/9',
          '01.09',
          '01-09',
          '46031',
          '46266',
        ],
      ],
    ],
  ] as const) {
    for (const date of dates) {
      it(`is told for ${date}: ${size}`, () => {
        assert.equal(
          describeExcelDate(date),
          `is a date that Excel made of a size, probably ${size}: ${advice}`,
        );
      });
    }
  }

  for (const date of ['mars-20', 'Mär 20', 'mrt-20', '12/31/2026', '########', '45000']) {
    it(`is told for ${date}, without a guess at the size`, () => {
      assert.equal(describeExcelDate(date), `is a date that Excel made of a size such as 10-50: ${advice}`);
    });
  }

  for (const other of [
    ...organizationSizes,
    ...[
      '10-49',
      '1-10',
      '51 - 250',
      '251–1000',
      '5001',
      '1001',
      'small',
      'may',
      '10 people',
      'oct',
      '50 employés',
    ],
    ...['10 to 50', '10,50', '<10', '1-9;10-50', '', '100000', '0-9'],
  ]) {
    it(`is not told for ${other === '' ? 'nothing' : other}`, () => {
      assert.equal(describeExcelDate(other), undefined);
    });
  }
});
