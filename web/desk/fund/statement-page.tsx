import { useQuery } from '@tanstack/react-query';
import { App, Button, Tag } from 'antd';
import { useState } from 'react';
import { routeUrl } from '../../../api/contract/client.ts';
import { exportStatement } from '../../../api/contract/fund.ts';
import { formatYuan } from '../../../processes/money.ts';
import { Bones } from '../../pieces/bones.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { useWords } from '../../words/language.ts';
import { problemOf } from '../api.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { FundFilters, useAddress } from './fund-filters.tsx';
import { FundFrame } from './fund-frame.tsx';
import { fundQuery, statementQuery } from './queries.ts';
import { saveFile } from './save-file.ts';
import { StatementRows } from './statement-rows.tsx';
import { thisYear } from './today.ts';

/** 对账单: a year's lines with the balance after each; every line unfolds to its entries, voucher, order and case. */
export function StatementPage() {
  const { t, language } = useWords();
  const { message } = App.useApp();
  const { address, change } = useAddress();
  const { data: whole, error: noFund, refetch: again } = useQuery(fundQuery({}));
  const [saving, setSaving] = useState(false);
  // The year asked for, or the last one with any money: a new year's first day has no lines yet.
  const year = address.year ?? whole?.years.at(-1)?.year ?? thisYear();
  const { unitId, industry, kind, caseId } = address;
  const query = { year, unitId, industry, kind, caseId };
  const known = address.year !== undefined || whole !== undefined;
  const { data, error, refetch } = useQuery({ ...statementQuery(query), enabled: known });
  if (error ?? noFund) return <TroubleNote error={error ?? noFund} again={error ? refetch : again} />;

  const save = async () => {
    setSaving(true);
    try {
      message.success(
        t('fund.statement.exported', { name: await saveFile(routeUrl(exportStatement, { query }), language) }),
      );
    } catch (problem) {
      message.error(problemOf(problem).detail || t('problem.unreachable'));
    } finally {
      setSaving(false);
    }
  };
  const filtered = Boolean(unitId ?? industry ?? kind ?? caseId);
  const ofCase = data?.rows.find((row) => row.case?.id === caseId)?.case;
  return (
    <FundFrame
      tab="statement"
      acts={
        <Button onClick={() => void save()} loading={saving}>
          {t('fund.statement.export')}
        </Button>
      }
    >
      <FundFilters year={year} withKinds />
      {caseId && (
        <p>
          <Tag closable onClose={() => change({ caseId: undefined, open: undefined })}>
            {t('fund.statement.onlyCase', { number: ofCase?.number ?? '' })}
          </Tag>
        </p>
      )}
      {!data && <Bones lines={8} height={40} />}
      {data && data.rows.length === 0 && (
        <div className="card">
          <Empty what={filtered ? t('home.noneFiltered') : t('fund.statement.none')}>
            {filtered && (
              <Button
                onClick={() => change({ unitId: undefined, industry: undefined, kind: undefined, caseId: undefined })}
              >
                {t('fund.clear')}
              </Button>
            )}
          </Empty>
        </div>
      )}
      {data && data.rows.length > 0 && (
        <>
          <p className="soft">
            {[
              t('fund.statement.lines', { count: data.rows.length }),
              t('fund.statement.start', { amount: formatYuan(data.sums.availableFen) }),
            ].join('，')}
          </p>
          <StatementRows rows={data.rows} year={year} open={address.open} onOpen={(open) => change({ open }, true)} />
        </>
      )}
    </FundFrame>
  );
}
