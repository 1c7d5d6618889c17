/** 指标填报: a figure the system cannot count itself, filed by the unit in charge and reviewed by 区教委 (domain.md §4). */
import { durationMs } from '../duration.ts';
import { periodName } from '../indicators/periods.ts';
import { percentText } from '../indicators/value.ts';
import type { PolicyHolder } from '../policy-parts.ts';
import type { Fact, ProcessDefinition } from '../process.ts';
import { checkIndicatorReport } from './checks.ts';
import { type IndicatorReportForm, indicatorReportForm } from './form.ts';

export const indicatorReport: ProcessDefinition<IndicatorReportForm> = {
  slug: 'indicator-report',
  prefix: 'ZB',
  name: { zh: '指标填报', en: 'Indicator report' },
  summary: {
    zh: '责任单位填报方案指标的期间数据，由区教委审核后进入指标看板。',
    en: 'The unit in charge reports a figure of the plan; once reviewed it stands on the dashboard.',
  },
  clause: '二(二)',
  applicantRoles: ['clerk'],
  // Who is in charge of a figure that is reported.
  appliesFrom: ({ indicators }, unitId) =>
    indicators.items.some((item) => 'reported' in item.source && item.unitId === unitId),
  oneOpenCase: false,
  form: indicatorReportForm,
  looksAtUnit: true,

  options: (policy) => ({
    'figure.indicator': policy.indicators.items
      .filter(({ source }) => 'reported' in source)
      .map(({ id, name }) => ({ value: id, ...name })),
  }),

  check: checkIndicatorReport,

  rules(policy, applicant) {
    const { review } = policy.processes['indicator-report'];
    const holder = ({ unitId, role }: PolicyHolder) =>
      ({ kind: 'role', unitId: unitId === 'applicant' ? applicant.unitId : unitId, role }) as const;
    const { deadline, stopsClock, lapses } = policy.correction;
    return {
      policyVersion: policy.version,
      stages: [
        {
          ...{ kind: 'review', slug: 'bureau-review', name: { zh: '区教委审核', en: 'Review' } },
          ...{ clause: review.clause, deadline: review.deadline, holder: holder(review.holder) },
          ...{ mayReturn: true, mayReject: true },
        },
      ],
      correction: { deadline, stopsClock, lapses },
      // The policy schema has refused anything that is not a duration.
      urgeIntervalMs: durationMs(policy.urge.interval)!,
      spreadMs: durationMs(policy.spread.cap)!,
      administrator: holder(policy.administrator),
    };
  },

  facts: ({ figure }) => ({ indicator: figure.indicator, period: figure.period }),

  title: ({ figure }, policy) => {
    const name = policy?.indicators.items.find(({ id }) => id === figure.indicator)?.name.zh ?? figure.indicator;
    return `${name}：${periodName(figure.period).zh}填报`;
  },

  keyFacts: (form) => [periodFact(form), figureFact(form), rowsFact(form), sourceFact(form)],
  publicFacts: (form) => [periodFact(form), figureFact(form)],

  fileIds: ({ basis }) => [...new Set(basis.files)],

  openKey: ({ figure }) => `${figure.indicator}:${figure.period}`,

  masked: (form) => form,
};

const periodFact = ({ figure: { period } }: IndicatorReportForm): Fact => {
  const { zh, en } = periodName(period);
  return { label: { zh: '所属期间', en: 'Period' }, value: zh, valueEn: en };
};

const figureFact = ({ figure: { part, whole } }: IndicatorReportForm): Fact => ({
  label: { zh: '填报数据', en: 'Figure' },
  value: whole === undefined ? String(part) : `${part} ÷ ${whole} = ${percentText({ part, whole })}`,
});

const rowsFact = ({ breakdown: { rows } }: IndicatorReportForm): Fact => ({
  label: { zh: '分单位', en: 'Breakdown' },
  value: rows.length === 0 ? '无' : `${rows.length} 个单位`,
  valueEn: rows.length === 0 ? 'none' : `${rows.length} units`,
});

const sourceFact = ({ basis: { source } }: IndicatorReportForm): Fact => ({
  label: { zh: '数据来源', en: 'Source' },
  value: source.length > 60 ? `${source.slice(0, 59)}…` : source,
});
