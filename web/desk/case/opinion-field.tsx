import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useWords } from '../../words/language.ts';
import { phrasesQuery } from '../queries.ts';

/** An opinion with 常用语 below: a press adds the phrase where the text ends. */
export function OpinionField({
  id,
  value = '',
  first = true,
  onChange,
}: {
  id?: string;
  value?: string;
  /** Nothing else is asked: the caret stands here at once. */
  first?: boolean;
  onChange?: (text: string) => void;
}) {
  const { t } = useWords();
  const { data } = useQuery(phrasesQuery);
  return (
    <>
      <Input.TextArea
        id={id}
        value={value}
        autoFocus={first}
        autoSize={{ minRows: 3, maxRows: 10 }}
        maxLength={2000}
        placeholder={t('act.opinionHint')}
        onChange={(event) => onChange?.(event.target.value)}
      />
      {data && data.items.length > 0 && (
        <div className="phrases" role="group" aria-label={t('phrases.title')}>
          {data.items.slice(0, 8).map((phrase) => (
            <Button
              key={phrase.id}
              size="small"
              onClick={() => onChange?.(value ? `${value}${phrase.body}` : phrase.body)}
            >
              {phrase.body.length > 16 ? `${phrase.body.slice(0, 16)}…` : phrase.body}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
