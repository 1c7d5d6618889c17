import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { routeUrl } from '../../../api/contract/client.ts';
import { type Engagement, exportEngagements } from '../../../api/contract/engagements.ts';
import { formatYuan } from '../../../processes/money.ts';
import { Bones } from '../../pieces/bones.tsx';
import { DueWords } from '../../pieces/due-words.tsx';
import { Empty } from '../../pieces/empty.tsx';
import { useWords } from '../../words/language.ts';
import { useMe } from '../me.ts';
import { TroubleNote } from '../shell/trouble.tsx';
import { ExportButton } from './export-button.tsx';
import { PostStateTag } from './post-state-tag.tsx';
import { seesAllPosts } from './post-tabs.ts';
import { PostsFrame } from './posts-frame.tsx';
import { registerQuery } from './queries.ts';
import { readRegisterAddress, type RegisterAddress } from './register-address.ts';
import { RegisterFilters } from './register-filters.tsx';
import { useSayTerms } from './use-say-terms.ts';
import { More } from '../more.tsx';

/** 兼职登记册: every post of the school, or of the district; the filters stand in the address, and the export takes the same. */
export function RegisterPage() {
  const { t } = useWords();
  const all = seesAllPosts(useMe());
  const [search, setSearch] = useSearchParams();
  const address = readRegisterAddress(search);
  const change = (changes: Partial<RegisterAddress>) =>
    setSearch(new URLSearchParams(defined({ ...address, ...changes })), { preventScrollReset: true });
  const clear = () => setSearch(new URLSearchParams());
  // A teacher who also answers for the school looks at the school here.
  const query = { ...address, scope: all ? ('all' as const) : ('school' as const) };
  const list = useInfiniteQuery(registerQuery(query));
  if (list.error) return <TroubleNote error={list.error} again={list.refetch} />;
  const items = list.data?.pages.flatMap((page) => page.items);
  const filtered = Object.keys(address).length > 0;
  return (
    <PostsFrame
      tab="register"
      acts={<ExportButton url={routeUrl(exportEngagements, { query })} label={t('posts.register.export')} />}
    >
      <RegisterFilters address={address} change={change} clear={clear} />
      {!items && <Bones lines={6} height={54} />}
      {items?.length === 0 && (
        <div className="card">
          <Empty
            what={t(filtered ? 'posts.register.noneFiltered' : 'posts.register.none')}
            how={filtered ? '' : t('posts.register.noneHow')}
          >
            {filtered && <Button onClick={clear}>{t('posts.register.clear')}</Button>}
          </Empty>
        </div>
      )}
      {items && items.length > 0 && (
        <div className="register">
          <div className="register-head" aria-hidden="true">
            <span>{t('posts.register.columns.post')}</span>
            <span>{t('posts.register.columns.teacher')}</span>
            <span>{t('posts.register.columns.term')}</span>
            <span className="sum">{t('posts.register.columns.pay')}</span>
            <span>{t('posts.register.columns.state')}</span>
          </div>
          <ul>
            {items.map((post) => (
              <RegisterRow key={post.id} post={post} withSchool={all} />
            ))}
          </ul>
          <More list={list} />
        </div>
      )}
    </PostsFrame>
  );
}

function RegisterRow({ post, withSchool }: { post: Engagement; withSchool: boolean }) {
  const { t, say } = useWords();
  const terms = useSayTerms();
  const { incomeFen, equityFen } = post.declared;
  return (
    <li>
      <Link to={`/posts/${post.id}`} className="item">
        <b>{`${post.host.name} · ${post.postTitle}`}</b>
        <small>
          <span className="no">{post.number}</span>
          {`　${say(post.kind.name)}　${say(post.sector.name)}`}
        </small>
      </Link>
      <span className="teacher">
        {post.teacher.name}
        {withSchool && <small className="soft block">{say(post.school.name)}</small>}
      </span>
      <span className="term">
        {post.startsOn}
        <small className="soft block">
          {t('posts.term', { from: '', to: post.endedOn ?? post.endsOn }).trim()}　{terms.left(post)}
        </small>
      </span>
      <span className="sum">
        {post.paid ? formatYuan(post.yearlyFen) : t('posts.pay.unpaid')}
        <small className="soft block">
          {t('posts.register.declaredYet', { amount: formatYuan(incomeFen + equityFen) })}
        </small>
      </span>
      <span className="state">
        <PostStateTag state={post.state} />
        {post.waiting.map((one) => (
          <small key={one.period} className={one.state === 'missed' ? 'late' : 'soft'}>
            {say(one.name)} {t(`posts.register.declaration.${one.state === 'accepted' ? 'filed' : one.state}`)}{' '}
            {one.state === 'open' && <DueWords due={one.due} />}
          </small>
        ))}
      </span>
    </li>
  );
}

const defined = (address: RegisterAddress): Record<string, string> =>
  Object.fromEntries(Object.entries(address).filter((pair): pair is [string, string] => Boolean(pair[1])));
