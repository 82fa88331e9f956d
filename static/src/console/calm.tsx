// A desk without a session: what happened, and one way on.

import type { ComponentChildren } from 'preact';
import { Line } from '../shared/ui/icons';

export function Calm({
  title,
  text,
  href,
  words,
  children = null,
}: {
  title: string;
  text: string;
  href: string;
  words: string;
  children?: ComponentChildren;
}) {
  return (
    <main id="main" class="page console-end">
      <Line />
      <h1>{title}</h1>
      <p class="quiet">{text}</p>
      {children}
      <p>
        <a class="button" href={href}>
          {words}
        </a>
      </p>
    </main>
  );
}
