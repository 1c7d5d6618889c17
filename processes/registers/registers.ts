/** 基础登记: schools and enterprises, programs, head counts. The figures of the plan are counted from them. */
import type { Bilingual } from '../case.ts';
import { isCreditCode } from '../credit-code.ts';
import { programLevelNames } from '../program-funding/words.ts';
import type { Choice, Column, Known, Row } from './column.ts';

export const registerSlugs = ['institutions', 'programs', 'head-counts'] as const;
export type RegisterSlug = (typeof registerSlugs)[number];

export interface RowProblem {
  column: string;
  message: Bilingual;
}

export interface Register {
  slug: RegisterSlug;
  name: Bilingual;
  summary: Bilingual;
  columns: Column[];
  /** What makes two rows the same row. */
  identity(row: Row): string;
  /** Rules across the cells of a row that reads well. */
  problems(row: Row, known: Known): RowProblem[];
}

const both = (zh: string, en: string): Bilingual => ({ zh, en });
const choices = (names: Record<string, Bilingual>): Choice[] =>
  Object.entries(names).map(([value, name]) => ({ value, ...name }));

const year = { is: 'whole', min: 1900, max: 2199 } as const;

const school: Column = {
  ...{ key: 'unitId', title: both('学校', 'School'), required: true, identity: true, example: '大足职教中心' },
  kind: {
    is: 'choice',
    of: ({ units }) =>
      units.filter(({ kind }) => kind === 'school').map(({ id, name }) => ({ value: id, zh: name, en: name })),
  },
};

const kindNames = { school: both('学校', 'School'), enterprise: both('企业', 'Enterprise') };

const institutions: Register = {
  slug: 'institutions',
  name: both('机构登记', 'Institutions'),
  summary: both('职业院校和产教合作企业', 'Vocational schools and partner enterprises'),
  columns: [
    {
      ...{ key: 'unitId', title: both('代号', 'Code'), required: true, identity: true, example: 'dazu-zhijiao' },
      kind: {
        is: 'text',
        max: 40,
        pattern: /^(?!applicant$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/u,
        rule: both('只用小写字母、数字和连字符，以字母开头', 'lower-case letters, digits and hyphens, a letter first'),
      },
    },
    {
      ...{ key: 'name', title: both('名称', 'Name'), required: true, example: '大足职教中心' },
      kind: { is: 'text', max: 60 },
    },
    {
      ...{ key: 'nameEn', title: both('英文名称', 'English name'), required: true, example: 'Dazu Vocational Centre' },
      kind: { is: 'text', max: 100 },
    },
    {
      ...{ key: 'kind', title: both('类别', 'Kind'), required: true, example: '学校' },
      kind: { is: 'choice', of: () => choices(kindNames) },
    },
    {
      ...{ key: 'level', title: both('办学层次', 'Level'), required: false, example: '中职' },
      kind: { is: 'choice', of: () => choices(programLevelNames) },
    },
    {
      ...{ key: 'creditCode', title: both('统一社会信用代码', 'Unified social credit code'), required: false },
      example: '12500111450392018A',
      kind: {
        is: 'text',
        max: 18,
        pattern: /^[0-9A-HJ-NPQRTUWXY]{18}$/u,
        rule: both('须为 18 位大写字母和数字（无 I、O、S、V、Z）', '18 digits and capitals without I, O, S, V, Z'),
      },
    },
    { ...{ key: 'openedYear', title: both('开办年份', 'Opened'), required: false, example: '1984' }, kind: year },
    { ...{ key: 'closedYear', title: both('停办年份', 'Closed'), required: false, example: '' }, kind: year },
  ],
  identity: ({ unitId }) => String(unitId),
  problems({ kind, level, creditCode, openedYear, closedYear }) {
    const found: RowProblem[] = [];
    if (kind === 'school' && level === null)
      found.push({ column: 'level', message: both('学校须填办学层次', 'a school has a level') });
    if (kind === 'enterprise' && level !== null)
      found.push({
        column: 'level',
        message: both('企业没有办学层次，请留空', 'an enterprise has none: leave it empty'),
      });
    if (creditCode !== null && !isCreditCode(String(creditCode)))
      found.push({
        column: 'creditCode',
        message: both('校验码不符（GB 32100）', 'the check character is wrong (GB 32100)'),
      });
    if (openedYear !== null && closedYear !== null && Number(closedYear) < Number(openedYear))
      found.push({ column: 'closedYear', message: both('早于开办年份', 'before the year it was opened') });
    return found;
  },
};

/** 《职业教育专业目录（2021年）》: 中职 61–79, 高职专科 41–59, 高职本科 21–39. */
const firstDigits = { secondary: '67', higher: '45', undergraduate: '23' };

const programs: Register = {
  slug: 'programs',
  name: both('专业登记', 'Programs'),
  summary: both('各校在办专业及对接产业', 'Programs taught, and the industry each serves'),
  columns: [
    school,
    {
      ...{ key: 'code', title: both('专业代码', 'National code'), required: true, identity: true, example: '660303' },
      kind: { is: 'text', max: 6, pattern: /^\d{6}$/u, rule: both('须为 6 位数字', 'six digits') },
    },
    {
      ...{ key: 'name', title: both('专业名称', 'Program'), required: true, example: '工业机器人技术应用' },
      kind: { is: 'text', max: 60 },
    },
    {
      ...{ key: 'level', title: both('办学层次', 'Level'), required: true, example: '中职' },
      kind: { is: 'choice', of: () => choices(programLevelNames) },
    },
    {
      ...{ key: 'industry', title: both('对接产业', 'Industry served'), required: false, example: '智能' },
      kind: { is: 'choice', of: ({ industries }) => industries.map(({ id, name }) => ({ value: id, ...name })) },
    },
    {
      ...{ key: 'firstYear', title: both('首次招生年份', 'First intake'), required: true, example: '2021' },
      kind: year,
    },
    { ...{ key: 'lastYear', title: both('停招年份', 'Last intake'), required: false, example: '' }, kind: year },
  ],
  identity: ({ unitId, code }) => `${unitId}/${code}`,
  problems({ code, level, firstYear, lastYear }, { today }) {
    const found: RowProblem[] = [];
    const first = firstDigits[level as keyof typeof firstDigits];
    if (first !== undefined && !first.includes(String(code)[0]!)) {
      const name = programLevelNames[level as keyof typeof programLevelNames];
      const digits = [...first];
      found.push({
        column: 'code',
        message: both(
          `${name.zh}的专业代码以 ${digits.join(' 或 ')} 开头`,
          `codes of this level (${name.en}) begin with ${digits.join(' or ')}`,
        ),
      });
    }
    if (Number(firstYear) > Number(today.slice(0, 4)) + 2)
      found.push({ column: 'firstYear', message: both('晚于后年', 'later than the year after next') });
    if (lastYear !== null && Number(lastYear) < Number(firstYear))
      found.push({ column: 'lastYear', message: both('早于首次招生年份', 'before its first intake') });
    return found;
  },
};

const headCounts: Register = {
  slug: 'head-counts',
  name: both('人数登记', 'Head counts'),
  summary: both('各校各年度专任教师数和在校学生数', 'Full-time teachers and students, by school and year'),
  columns: [
    school,
    {
      ...{ key: 'year', title: both('年度', 'Year'), required: true, identity: true, example: '2026' },
      kind: { is: 'whole', min: 2000, max: 2199 },
    },
    {
      ...{ key: 'fullTime', title: both('专任教师数', 'Full-time teachers'), required: true, example: '186' },
      kind: { is: 'whole', min: 0, max: 100_000 },
    },
    {
      ...{ key: 'students', title: both('在校学生数', 'Students'), required: false, example: '3200' },
      kind: { is: 'whole', min: 0, max: 1_000_000 },
    },
  ],
  identity: ({ unitId, year: of }) => `${unitId}/${of}`,
  problems: ({ year: of }, { today }) =>
    Number(of) > Number(today.slice(0, 4))
      ? [{ column: 'year', message: both('该年度尚未开始', 'the year has not begun') }]
      : [],
};

export const registers: Record<RegisterSlug, Register> = { institutions, programs, 'head-counts': headCounts };
