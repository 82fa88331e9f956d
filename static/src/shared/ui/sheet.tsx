// A sheet that rises over what it explains. One tap, or Escape, and it is gone.

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useBack } from './back';
import { Icon } from './icons';
import { say } from './say';

export function Sheet({
  title,
  onClose,
  closeWords = say('common.page.close'),
  children,
}: {
  title: ComponentChildren;
  onClose: () => void;
  closeWords?: string;
  children?: ComponentChildren;
}) {
  useBack(true, onClose);
  const dialog = useRef<HTMLDialogElement | null>(null);
  useEffect(() => {
    dialog.current?.showModal();
    return () => dialog.current?.close();
  }, []);
  return (
    <dialog
      class="rise"
      ref={dialog}
      onClose={onClose}
      onClick={(e) => e.target === dialog.current && onClose()}
      aria-label={typeof title === 'string' ? title : undefined}
    >
      <div class="rise-head">
        <h2>{title}</h2>
        <button class="x" type="button" onClick={onClose} aria-label={closeWords}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
