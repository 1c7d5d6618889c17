import { Checkbox } from 'antd';
import { Link } from 'react-router';
import type { Assignment } from '../../../api/contract/assignments.ts';
import { DueWords } from '../../pieces/due-words.tsx';
import { sayMoment } from '../../pieces/moments.ts';
import { casePage } from '../../../processes/case-page.ts';
import { purposeNames } from '../../../processes/names.ts';
import { useWords } from '../../words/language.ts';
import { AssignmentStateTag } from '../state-tags.tsx';

interface Props {
  turn: Assignment;
  checkable: boolean;
  checked: boolean;
  onCheck: (checked: boolean) => void;
}

export function TurnRow({ turn, checkable, checked, onCheck }: Props) {
  const { t, say, language } = useWords();
  return (
    <li className="row">
      {checkable && turn.batch ? (
        <Checkbox
          checked={checked}
          onChange={(event) => onCheck(event.target.checked)}
          aria-label={t('home.choose', { number: turn.number })}
        />
      ) : (
        <span />
      )}
      <Link
        to={turn.purpose === 'declare' ? `/posts/${turn.caseId}` : casePage(turn.process.slug, turn.caseId)}
        className="item"
      >
        <b>{turn.title}</b>
        <small>
          <span className="no">{turn.number}</span>　{turn.from.name}
          {turn.onBehalfOf && `　${t('home.onBehalfOf', { name: turn.onBehalfOf.name })}`}
        </small>
        {turn.opinion && <small className="opinion">{turn.opinion}</small>}
      </Link>
      <span className="from">{turn.from.unit ? say(turn.from.unit.name) : ''}</span>
      <span>
        <span className="tag">{say(turn.stage.name)}</span>
        {turn.purpose !== 'decide' && <span className="tag amber">{say(purposeNames[turn.purpose])}</span>}
      </span>
      {turn.closedAt ? (
        <span>
          <AssignmentStateTag state={turn.state} /> <span className="soft">{sayMoment(turn.closedAt, language)}</span>
        </span>
      ) : (
        <DueWords due={turn.due} />
      )}
    </li>
  );
}
