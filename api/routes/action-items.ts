import { randomUUID } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { readBoard } from '../action-items/board.ts';
import { bulletinDocument, listBulletins, publish, readBulletin } from '../action-items/bulletins.ts';
import { createItems } from '../action-items/create-items.ts';
import { actOn } from '../action-items/item-acts.ts';
import { readScores } from '../action-items/item-scores.ts';
import { createSeries, listSeries, stopSeries } from '../action-items/item-series.ts';
import { bulletinSheet, itemsSheet, scoresSheet } from '../action-items/item-sheets.ts';
import { itemOr404, readItem } from '../action-items/item-view.ts';
import { readRows } from '../action-items/read-rows.ts';
import type { Handlers } from '../call.ts';
import type { itemContract } from '../contract/action-items.ts';
import { sendSheet } from '../fund/sheet-cells.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';

export function actionItemRoutes(needs: Needs): Handlers<keyof typeof itemContract> {
  const { prisma, storage, policy, directory } = needs;
  const rules = policy.processes['meeting-action-items'];
  return {
    checkActionItems: async ({ asker, body }) => ({
      rows: (await readRows(needs, asker, body.items)).map(({ errors, notes }) => ({ errors, notes })),
    }),

    createActionItems: async ({ asker, body, idempotency }) => ({
      items: await createItems(needs, asker, body.items, idempotency?.caseId ?? randomUUID()),
    }),

    listItemUnits: async () => ({
      items: [...(await directory.units()).values()].map(({ id, name }) => ({ id, name })),
    }),

    listActionItems: ({ asker, query }) => readBoard(needs, asker, query),

    async exportActionItems({ asker, query, language, response }) {
      const { items, today } = await readBoard(needs, asker, query);
      sendSheet(response, await itemsSheet(items, language), `任务台账-${today}`);
    },

    getItemScores: async ({ asker, query }) => ({
      year: query.year,
      clause: rules.scores.clause,
      rule: ruleWords(rules.scores),
      units: await readScores(needs, asker, query.year),
    }),

    async exportItemScores({ asker, query, language, response }) {
      const sheet = await scoresSheet(await readScores(needs, asker, query.year), language);
      sendSheet(response, sheet, `年度考核-${query.year}`);
    },

    listBulletins: async ({ asker }) => ({ items: await listBulletins(needs, asker) }),
    getBulletin: ({ asker, params }) => readBulletin(needs, asker, params.month),

    async exportBulletin({ asker, params, language, response }) {
      const sheet = await bulletinSheet(await readBulletin(needs, asker, params.month), language);
      sendSheet(response, sheet, `月通报-${params.month}`);
    },

    async getBulletinDocument({ asker, params, response }) {
      const pdf = await bulletinDocument(needs, asker, params.month);
      response.attachment(`月通报-${params.month}.pdf`).type('application/pdf').send(pdf);
    },

    publishBulletin: ({ asker, params, body }) =>
      publish(needs, { month: params.month, preface: body.preface, actorId: asker.id }),

    listItemSeries: async () => ({ items: await listSeries(needs) }),
    createItemSeries: ({ asker, body }) => createSeries(needs, asker, body),
    stopItemSeries: ({ params }) => stopSeries(needs, params.id),

    getActionItem: ({ asker, params }) => readItem(needs, asker, params.id),

    async getItemFile({ asker, params, response }) {
      const { caseId } = await itemOr404(needs, asker, params.id);
      const entry = await prisma.itemEntry.findFirst({ where: { caseId, fileIds: { has: params.fileId } } });
      const file = entry && (await prisma.file.findFirst({ where: { id: params.fileId, caseId } }));
      if (!file) throw new Problem('NotFound');
      response.attachment(file.name).type(file.mime);
      response.set({
        'Content-Length': String(file.size),
        'Cache-Control': 'private, no-store',
        // Whatever a file holds, opened in a browser it runs nothing.
        'Content-Security-Policy': "sandbox; default-src 'none'",
      });
      await pipeline(storage.stream(file.storageKey), response);
    },

    async actOnActionItem({ asker, params, body, idempotency, via }) {
      const row = await itemOr404(needs, asker, params.id);
      return actOn(needs, { asker, row, body, key: idempotency?.key, via });
    },
  };
}

const ruleWords = ({
  start,
  red,
  yellow,
  returned,
}: Needs['policy']['processes']['meeting-action-items']['scores']) => ({
  zh: `每单位每年起始 ${start} 分；每次转红灯扣 ${red} 分；同一任务第 ${yellow.fromNth} 次起每次黄灯扣 ${yellow.points} 分；销号每被退回一次扣 ${returned} 分`,
  en: `${start} points a unit and year; ${red} off for each red light, ${yellow.points} for each yellow of an item from its ${yellow.fromNth}. on, ${returned} for each close-out sent back`,
});
