import { Link } from 'react-router';
import { roleNames } from '../../../processes/names.ts';
import { useWords } from '../../words/language.ts';
import { useMe } from '../me.ts';
import { ShellBrand } from './shell-brand.tsx';
import { usePlaces } from './use-places.ts';
import { WhoMenu } from './who-menu.tsx';

export function SideBar() {
  const { t, say } = useWords();
  const me = useMe();
  const places = usePlaces();
  const firstApart = places.findIndex((place) => place.apart);
  const post = me.memberships[0];
  return (
    <aside className="side">
      <ShellBrand />
      <nav aria-label={t('shell.navigation')}>
        {places.map((place, index) => (
          <div key={place.to} style={{ display: 'contents' }}>
            {index === firstApart && <hr />}
            <Link to={place.to} className={place.here ? 'active' : ''} aria-current={place.here ? 'page' : undefined}>
              {place.icon}
              <span>{t(place.name)}</span>
              {place.count ? <em aria-label={t('shell.count', { count: place.count })}>{place.count}</em> : null}
            </Link>
          </div>
        ))}
      </nav>
      <WhoMenu placement="topLeft">
        <button type="button" className="who">
          <span className="face" aria-hidden="true">
            {me.name.slice(0, 1)}
          </span>
          <span>
            {me.name}
            {post && (
              <small>
                {say(post.unit.name)} {say(roleNames[post.role])}
              </small>
            )}
          </span>
        </button>
      </WhoMenu>
    </aside>
  );
}
