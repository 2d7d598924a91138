import { type FormEvent, useRef, useState } from 'react';
import { Heading } from 'react-aria-components';
import { isObject } from '../../json.ts';
import { useSlack } from '../api/LiveSlack.tsx';
import type { Place, View } from '../api/state.ts';
import { Blocks } from '../blocks/Blocks.tsx';
import { Spinner } from '../elements/Spinner.tsx';
import { useSurface } from '../elements/Surface.ts';
import { whatWentWrong } from '../elements/whatWentWrong.ts';
import { spoken } from '../text/spoken.ts';
import { focusFirstError } from './focusFirstError.ts';
import { useModalFocus } from './useModalFocus.ts';

interface Props {
  readonly view: View;
  readonly place: Place;
  readonly isTop: boolean;
  readonly isPushed: boolean;
  readonly close: (all?: boolean) => void;
}

/** Title, blocks and buttons of a modal; submitting it says what is wrong where it is wrong. */
export function ModalForm({ view, place, isTop, isPushed, close }: Props) {
  const { act, state } = useSlack();
  const surface = useSurface();
  const form = useRef<HTMLFormElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  useModalFocus(form, isTop);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || !view.submit) return;
    setBusy(true);
    setTrouble(undefined);
    const answer = await act('submit', { view: view.id, values: surface.typed() });
    setBusy(false);
    setTrouble(whatWentWrong(answer, state.bot.app_name));
    if (form.current && isObject(answer.errors)) focusFirstError(form.current, Object.keys(answer.errors));
  };
  return (
    <form ref={form} className="modal-form" noValidate onSubmit={submit} aria-busy={isBusy || undefined}>
      <div className="modal-head">
        {isPushed && (
          <button type="button" className="clear" aria-label="Back" onClick={() => close()}>
            <span aria-hidden="true">←</span>
          </button>
        )}
        <Heading slot="title" className="modal-title">
          {view.title && spoken(view.title)}
        </Heading>
        <button type="button" className="clear" aria-label="Close" onClick={() => close(true)}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <div className="modal-body">
        <Blocks blocks={view.blocks} place={place} />
      </div>
      <div className="modal-foot">
        {trouble && (
          <p className="trouble" role="alert">
            {trouble}
          </p>
        )}
        <button type="button" className="button" onClick={() => close()}>
          {view.close ? spoken(view.close) : view.submit ? 'Cancel' : 'Close'}
        </button>
        {view.submit && (
          <button type="submit" className="button button-primary-filled" aria-disabled={isBusy || undefined}>
            <span className="button-text">{spoken(view.submit)}</span>
            {isBusy && <Spinner />}
          </button>
        )}
      </div>
    </form>
  );
}
