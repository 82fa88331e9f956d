// Whether this phone shows what its owner takes with them; it lies over whatever step the room is in.

import { signal } from '@preact/signals';

export const taking = signal(false);
