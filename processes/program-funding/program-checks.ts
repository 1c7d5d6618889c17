import { defect, forAPerson, kept } from '../findings.ts';
import type { CheckContext, Finding } from '../process.ts';
import type { FundingForm } from './form.ts';
import type { FundingPolicy } from './policy.ts';
import { programLevelNames, targetKindNames } from './words.ts';

/** The industry is one of the leading industries of the plan. */
export function industryKnown({ program }: FundingForm, { industries, clause }: FundingPolicy): Finding {
  const chosen = industries.find(({ id }) => id === program.industry);
  const rule = {
    rule: 'industry-known',
    clause: (chosen ?? industries[0])?.clause ?? clause,
    path: 'program.industry',
  };
  if (chosen) return kept(rule, { zh: `主导产业：${chosen.name.zh}`, en: `Leading industry: ${chosen.name.en}` });
  return defect(rule, {
    zh: `没有产业代号「${program.industry}」，须为主导产业之一：${industries.map(({ name }) => name.zh).join('、')}`,
    en: `There is no industry "${program.industry}": it must be one of ${industries.map(({ id }) => id).join(', ')}`,
  });
}

/** The national code belongs to the level. */
export function programCodeOfLevel({ program }: FundingForm, { programCodes }: FundingPolicy): Finding {
  const rule = { rule: 'program-code', clause: programCodes.clause, path: 'program.code' };
  const first = programCodes[program.level];
  const level = programLevelNames[program.level];
  if (first.some((digit) => program.code.startsWith(digit)))
    return kept(rule, {
      zh: `专业代码 ${program.code} 属${level.zh}`,
      en: `Code ${program.code} is of this level (${level.en})`,
    });
  return defect(rule, {
    zh: `${level.zh}的专业代码以 ${first.join('、')} 开头，${program.code} 不是`,
    en: `Codes of this level (${level.en}) begin with ${first.join(' or ')}; ${program.code} does not`,
  });
}

/** 新设: neither long begun nor far ahead. */
export function newProgram({ program }: FundingForm, { today }: CheckContext, policy: FundingPolicy): Finding {
  const { yearsPast, yearsAhead, clause } = policy.newProgram;
  const thisYear = Number(today.slice(0, 4));
  const [from, to] = [thisYear - yearsPast, thisYear + yearsAhead];
  const rule = { rule: 'new-program', clause, path: 'program.firstIntakeYear' };
  const message = {
    zh: `首次招生 ${program.firstIntakeYear} 年，新设专业指 ${from} 至 ${to} 年首次招生`,
    en: `First intake ${program.firstIntakeYear}; a new program begins between ${from} and ${to}`,
  };
  const isNew = program.firstIntakeYear >= from && program.firstIntakeYear <= to;
  return isNew ? kept(rule, message) : forAPerson(rule, message);
}

/** Planned enrolment of each year from the first intake on, each once. */
export function enrolmentYears({ program, training }: FundingForm, { enrolment }: FundingPolicy): Finding[] {
  const rule = { rule: 'enrolment-years', clause: enrolment.clause };
  const first = program.firstIntakeYear;
  const last = first + enrolment.years - 1;
  const years = training.enrolment.map(({ year }) => year);
  const wrongRows = years.flatMap((year, index) => {
    const path = `training.enrolment.${index}.year`;
    if (year < first || year > last)
      return defect(
        { ...rule, path },
        {
          zh: `招生计划第 ${index + 1} 行：${year} 年不在 ${first} 至 ${last} 年之内`,
          en: `Enrolment, row ${index + 1}: ${year} does not lie between ${first} and ${last}`,
        },
      );
    if (years.indexOf(year) === index) return [];
    return defect({ ...rule, path }, { zh: `${year} 年重复填写`, en: `The year ${year} is listed twice` });
  });
  const missing = Array.from({ length: enrolment.years }, (_, i) => first + i).filter((year) => !years.includes(year));
  const path = 'training.enrolment';
  if (missing.length > 0)
    return [
      ...wrongRows,
      defect(
        { ...rule, path },
        { zh: `招生计划缺少 ${missing.join('、')} 年`, en: `Enrolment is missing for ${missing.join(', ')}` },
      ),
    ];
  if (wrongRows.length > 0) return wrongRows;
  return [
    kept(
      { ...rule, path },
      { zh: `招生计划填写了 ${first} 至 ${last} 年`, en: `Enrolment is planned for ${first} to ${last}` },
    ),
  ];
}

/** At least one performance target of each kind that the fund is judged by. */
export function targetsComplete({ performance }: FundingForm, { targets }: FundingPolicy): Finding[] {
  const rule = { rule: 'targets', clause: targets.clause, path: 'performance.targets' };
  const given = new Set(performance.targets.map(({ kind }) => kind));
  const missing = targets.kinds.filter((kind) => !given.has(kind)).map((kind) => targetKindNames[kind]);
  if (missing.length === 0)
    return [
      kept(rule, {
        zh: `${targets.kinds.length} 类绩效目标齐全`,
        en: `All ${targets.kinds.length} kinds of targets are given`,
      }),
    ];
  return [
    defect(rule, {
      zh: `缺少绩效目标：${missing.map(({ zh }) => zh).join('、')}`,
      en: `Targets are missing: ${missing.map(({ en }) => en).join(', ')}`,
    }),
  ];
}
