// Sources of support, as words with numbers to ring and pages to open: first what is for everybody, then nation by nation.

import type { ResourceShown } from '../../contract';
import { Icon } from './icons';
import { say } from './say';

const dialled = (number: string) => `tel:${number.replace(/[^+\d]/g, '')}`;
const host = (url: string) => url.replace('https://', '').replace(/\/$/, '');

/** In the order in which they are told; `nation` "" for everybody. */
export function byNation(resources: ResourceShown[]) {
  const nations = [...new Set(resources.flatMap((r) => r.nations))];
  return ['', ...nations]
    .map((nation) => ({
      nation,
      list: resources.filter((r) => (nation ? r.nations.includes(nation as never) : !r.nations.length)),
    }))
    .filter(({ list }) => list.length);
}

export function Support({ resources }: { resources: ResourceShown[] }) {
  return (
    <>
      {byNation(resources).map(({ nation, list }) => (
        <section key={nation}>
          {nation && <h3>{say(`common.nations.${nation}`)}</h3>}
          <ul class="support">
            {list.map((r) => (
              <One found={r} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function One({ found }: { found: ResourceShown }) {
  return (
    <li>
      <b>{found.title}</b> {found.text} {found.hours}
      <p class="ways">
        {found.number && (
          <a href={dialled(found.number)} dir="ltr" aria-label={`${found.title}: ${found.number}`}>
            <Icon name="phone" />
            {found.number}
          </a>
        )}
        {found.url.startsWith('https://') && (
          <a href={found.url} target="_blank" rel="noopener noreferrer" dir="ltr">
            {host(found.url)}
          </a>
        )}
      </p>
    </li>
  );
}
