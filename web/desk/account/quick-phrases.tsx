import { DeleteOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import { Bones } from '../../pieces/bones.tsx';
import { useWords } from '../../words/language.ts';
import { api } from '../api.ts';
import { phrasesQuery } from '../queries.ts';

/** 常用语: what one writes again and again, one press away in every opinion. */
export function QuickPhrases() {
  const { t } = useWords();
  const cache = useQueryClient();
  const { data } = useQuery(phrasesQuery);
  const [typed, setTyped] = useState('');
  const refresh = () => cache.invalidateQueries(phrasesQuery);
  const add = useMutation({
    mutationFn: (body: string) => api.createQuickPhrase({ body: { body } }),
    onSuccess: () => {
      setTyped('');
      return refresh();
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.deleteQuickPhrase({ params: { id } }),
    onSuccess: refresh,
  });
  if (!data) return <Bones lines={3} />;
  return (
    <>
      {data.items.length === 0 && <p className="soft">{t('phrases.none')}</p>}
      <ul className="plain-list">
        {data.items.map((phrase) => (
          <li key={phrase.id}>
            {phrase.body}
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden="true" />}
              aria-label={t('phrases.remove', { phrase: phrase.body })}
              onClick={() => remove.mutate(phrase.id)}
            />
          </li>
        ))}
      </ul>
      <Space.Compact style={{ width: '100%', maxWidth: 560, marginTop: 12 }}>
        <Input
          value={typed}
          maxLength={200}
          aria-label={t('phrases.new')}
          placeholder={t('phrases.new')}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={() => typed.trim() && add.mutate(typed.trim())}
        />
        <Button disabled={!typed.trim()} loading={add.isPending} onClick={() => add.mutate(typed.trim())}>
          {t('phrases.add')}
        </Button>
      </Space.Compact>
    </>
  );
}
