// A fault in one view must not take the page with it: the rest goes on, and the person is told what to do.

import type { ComponentChildren } from 'preact';
import { sayEach } from '../shared/ui/say';
import { Whole } from '../shared/ui/show';

/** Draws its children; after a fault, a sentence and a button instead, until the key changes. */
export const Guard = ({ children }: { children?: ComponentChildren }) => (
  <Whole words={sayEach<{ title: string; text: string; again: string }>('phone.fault')}>{children}</Whole>
);
