import type { Handlers } from '../call.ts';
import { reportsDue } from '../indicators/asks.ts';
import { indicatorsSheet } from '../indicators/indicators-sheet.ts';
import { readIndicator, readIndicators, readPublicIndicators } from '../indicators/read-indicators.ts';
import type { Needs } from '../needs.ts';

type Names = 'listIndicators' | 'getIndicator' | 'exportIndicators' | 'listReportsDue' | 'listPublicIndicators';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function indicatorRoutes(needs: Needs): Handlers<Names> {
  return {
    listIndicators: ({ query }) => readIndicators(needs, query.year),
    getIndicator: ({ asker, params, query }) => readIndicator(needs, asker, params.id, query.year),

    async exportIndicators({ asker, query, language, response }) {
      const { sheet, year } = await indicatorsSheet(needs, asker, query.year, language);
      response.attachment(`指标-${year}.xlsx`).type(SPREADSHEET).send(sheet);
    },

    listReportsDue: async ({ asker }) => ({ items: await reportsDue(needs, asker) }),
    listPublicIndicators: ({ query }) => readPublicIndicators(needs, query.year),
  };
}
