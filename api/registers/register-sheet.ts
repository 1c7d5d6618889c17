/** 导出登记: the columns of the import, in the reader's language, so that a corrected export can be imported again. */
import writeExcelFile from 'write-excel-file/node';
import { type RegisterSlug, registers } from '../../processes/registers/registers.ts';
import { text } from '../fund/sheet-cells.ts';
import type { Needs } from '../needs.ts';
import type { Language } from '../problems.ts';
import { readKnown, readRegister } from './register-rows.ts';
import { said } from './register-view.ts';

export async function registerSheet(
  { prisma, policy }: Pick<Needs, 'prisma' | 'policy'>,
  slug: RegisterSlug,
  language: Language,
): Promise<Buffer> {
  const register = registers[slug];
  const [known, rows] = await Promise.all([readKnown(prisma, policy), readRegister(prisma, slug)]);
  const data = [
    register.columns.map(({ title }) => ({ value: title[language], fontWeight: 'bold' as const })),
    ...rows.map(({ row }) =>
      register.columns.map((column) => {
        const value = row[column.key] ?? null;
        return typeof value === 'number' ? { value, type: Number } : text(said(column, row, known, language));
      }),
    ),
  ];
  const columns = register.columns.map(({ key }) => ({ width: /name|unitId/iu.test(key) ? 26 : 16 }));
  return writeExcelFile(data, { sheet: register.name[language], columns, stickyRowsCount: 1 }).toBuffer();
}
