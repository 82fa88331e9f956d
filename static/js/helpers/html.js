// The one place where Preact, its hooks, htm and signals meet. Every other module imports from here.
// Text in `html` is always text: nothing here, and nothing built on it, sets innerHTML.

import { Fragment, h, render } from 'preact';
import htm from 'htm';

export { Fragment, h, render };
export { useCallback, useEffect, useErrorBoundary, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
export { batch, computed, effect, signal, untracked, useComputed, useSignal, useSignalEffect } from '@preact/signals';

/** Tagged template that makes Preact nodes: html`<p class="quiet">${text}</p>`. */
export const html = htm.bind(h);

/**
 * Class names joined, without the empty ones: classes('stage', chosen && 'is-chosen').
 * @param {...(string | false | null | undefined)} names
 */
export const classes = (...names) => names.filter(Boolean).join(' ');
