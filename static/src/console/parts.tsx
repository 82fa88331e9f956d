// Small parts that the console's views share.

import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import type { IconName } from '../shared/ui/icons';
import { Icon } from '../shared/ui/icons';
import { say } from '../shared/ui/say';

/** A short statement: its sign, what is so, and what follows. */
export type Row = [icon: IconName, strong: string, more: ComponentChildren];

/** A list of short statements, each with its sign: what is so, and what follows. */
export function Ready({
  title,
  rows,
  children,
}: {
  title: string;
  rows: Row[];
  children?: ComponentChildren;
}) {
  return (
    <div class="ready">
      <h2>{title}</h2>
      <ul>
        {rows.map(([icon, strong, more]) => (
          <li>
            <Icon name={icon} />
            <span>
              <b>{strong}</b> {more}
            </span>
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}

/** A fault in one view does not take the console with it: agenda, curtain and the next thing stay. */
export function Held({ children }: { children?: ComponentChildren }) {
  const [fault, again] = useErrorBoundary((error) => reportError(error));
  if (!fault) return children;
  return (
    <div class="banner banner--do" role="alert">
      <Icon name="refused" />
      <p>
        <b>{say('console.fault.title')}</b> {say('console.fault.text')}
      </p>
      <button class="linkish" type="button" onClick={again}>
        {say('console.fault.again')}
      </button>
    </div>
  );
}
