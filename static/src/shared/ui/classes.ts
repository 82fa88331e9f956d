/** Class names joined, without the empty ones: classes('stage', chosen && 'is-chosen'). */
export const classes = (...names: (string | false | null | undefined)[]) => names.filter(Boolean).join(' ');
