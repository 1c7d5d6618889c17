import { randomUUID } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { Handlers } from '../call.ts';
import { sendSheet } from '../fund/sheet-cells.ts';
import { saveAgendaDraft } from '../meetings/agenda.ts';
import { decideAgendaEntry } from '../meetings/decide-entry.ts';
import { createMeetingItems, itemTemplate, mustGiveOutItems, readMeetingItems } from '../meetings/meeting-items.ts';
import { meetingRows } from '../meetings/meeting-rows.ts';
import { readMeeting } from '../meetings/meeting-view.ts';
import { minutesOf, publishedDocument, readVersions, saveMinutesDraft } from '../meetings/minutes.ts';
import { enterMeeting } from '../meetings/sight.ts';
import { saveTopicDrafts } from '../meetings/topics.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';
import { receiveUpload } from '../uploads/receive-upload.ts';

type Names =
  | 'listMeetings'
  | 'getMeeting'
  | 'saveTopics'
  | 'saveAgenda'
  | 'decideEntry'
  | 'saveMinutes'
  | 'getMinutes'
  | 'getMinutesDocument'
  | 'getItemTemplate'
  | 'readItemTable'
  | 'createMeetingItems';

export function meetingRoutes(needs: Needs): Handlers<Names> {
  const { directory, storage } = needs;
  return {
    listMeetings: ({ asker, query }) => meetingRows(needs, asker, query),

    async getMeeting({ asker, params, ip }) {
      const { meeting, sight } = await enterMeeting(needs, asker, params.id, ip);
      return readMeeting(needs, asker, meeting, sight);
    },

    async saveTopics({ asker, params, body, ip }) {
      const { meeting } = await enterMeeting(needs, asker, params.id, ip);
      return { topics: await saveTopicDrafts(needs, asker, meeting, body) };
    },

    async saveAgenda({ asker, params, body, ip }) {
      const { meeting } = await enterMeeting(needs, asker, params.id, ip);
      return { agenda: await saveAgendaDraft(needs, asker, meeting, body) };
    },

    async decideEntry(call) {
      const { meeting } = await enterMeeting(needs, call.asker, call.params.id, call.ip);
      return decideAgendaEntry(needs, call, meeting);
    },

    async saveMinutes({ asker, params, body, ip }) {
      const { meeting } = await enterMeeting(needs, asker, params.id, ip);
      return saveMinutesDraft(needs, asker, meeting, body);
    },

    async getMinutes({ asker, params, ip }) {
      const { sight } = await enterMeeting(needs, asker, params.id, ip);
      const row = (await readVersions(needs, params.id, sight)).find(({ version }) => version === params.version);
      if (!row) throw new Problem('NotFound');
      return minutesOf(directory, row);
    },

    async getItemTemplate({ asker, params, ip, language, response }) {
      const { meeting } = await enterMeeting(needs, asker, params.id, ip);
      sendSheet(response, await itemTemplate(needs, meeting, language), `任务表模板-${meeting.file.number}`);
    },

    async readItemTable({ asker, params, ip, request, response }) {
      const { meeting, sight } = await enterMeeting(needs, asker, params.id, ip);
      mustGiveOutItems(meeting, sight);
      return receiveUpload(request, response, (upload) => readMeetingItems(needs, asker, meeting, upload));
    },

    async createMeetingItems({ asker, params, body, ip, idempotency }) {
      const { meeting, sight } = await enterMeeting(needs, asker, params.id, ip);
      mustGiveOutItems(meeting, sight);
      const batch = `${params.id} ${idempotency?.key ?? randomUUID()}`;
      return { items: await createMeetingItems(needs, asker, meeting, body.items, batch) };
    },

    async getMinutesDocument({ asker, params, ip, response }) {
      await enterMeeting(needs, asker, params.id, ip);
      const file = await publishedDocument(needs, params.id);
      if (!file) throw new Problem('NotFound');
      const content = storage.stream(file.storageKey);
      response.attachment(file.name).type(file.mime);
      response.set({ 'Content-Length': String(file.size), 'Cache-Control': 'private, no-store' });
      await pipeline(content, response);
    },
  };
}
