// The drawings of all icons (20 by 20), of the mark (32 by 32) and of the labels of agreement (32 by 20). Templates draw
// them too (workshop/web/drawings.py), from the same drawings.json: what makes each up, as [element, attributes, inside].

import type { JSX } from 'preact';
import DRAWINGS from './drawings.json';

export type Drawing = keyof typeof DRAWINGS;

type Shape = [element: string, attributes: Record<string, string>, inside?: Shape[]];

const SHAPES = DRAWINGS as unknown as Record<string, Shape[] | undefined>;

/** What stands in the <svg> of a drawing; nothing for a name that there is none of. */
export const drawing = (name: string) => SHAPES[name]?.map(drawn);

function drawn([element, attributes, inside]: Shape): JSX.Element {
  const Shaped = element as 'g';
  return <Shaped {...attributes}>{inside?.map(drawn)}</Shaped>;
}
