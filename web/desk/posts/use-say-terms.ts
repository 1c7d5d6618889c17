import type { Engagement } from '../../../api/contract/engagements.ts';
import { formatYuan } from '../../../processes/money.ts';
import { dayOfDate } from '../../../processes/shanghai.ts';
import { sayFullDay } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { today } from '../fund/today.ts';

type Terms = Pick<
  Engagement,
  'startsOn' | 'endsOn' | 'hoursAWeek' | 'workTimeHoursAWeek' | 'paid' | 'yearlyFen' | 'equityFen'
>;

/** Terms of a post in words. */
export const useSayTerms = () => {
  const { t, language } = useWords();
  return {
    term: ({ startsOn, endsOn }: Pick<Terms, 'startsOn' | 'endsOn'>) => t('posts.term', { from: startsOn, to: endsOn }),
    hours: ({ hoursAWeek, workTimeHoursAWeek }: Terms) =>
      t('posts.hours', { hours: hoursAWeek, work: workTimeHoursAWeek }),
    pay: ({ paid, yearlyFen, equityFen }: Terms) =>
      paid
        ? t('posts.pay.paid', { amount: formatYuan(yearlyFen) }) +
          (equityFen > 0 ? t('posts.pay.equity', { amount: formatYuan(equityFen) }) : '')
        : t('posts.pay.unpaid'),
    /** How long it still lasts. */
    left({ startsOn, endsOn, endedOn }: Pick<Engagement, 'startsOn' | 'endsOn' | 'endedOn'>): string {
      const [now, last] = [today(), endedOn ?? endsOn];
      if (now < startsOn) return t('posts.left.notYet', { on: sayFullDay(startsOn, language) });
      if (last < now || endedOn) return t('posts.left.over', { on: sayFullDay(last, language) });
      return t('posts.left.days', { count: dayOfDate(last) - dayOfDate(now) });
    },
  };
};
