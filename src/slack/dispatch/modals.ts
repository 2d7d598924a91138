import type { types, webApi } from '@slack/bolt';
import { loadingView } from '../../../blocks/views/loadingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';

/** The modal of one interaction: opened at once with a loading view, filled by its id later. */
export interface Modals {
  /** the view that was opened, once it was */
  readonly viewId: string | undefined;
  /** Uses up the trigger: once, and within three seconds of the click. Answers the view's id. */
  open(title: string): Promise<string>;
  show(viewId: string, view: types.View): Promise<void>;
  /** Says why nothing came of it in the modal that was opened; false when there is none. */
  refuse(sentence: string): Promise<boolean>;
}

/** `push`: the click came from a modal, so that the new one goes on top of it. */
export function modals(client: webApi.WebClient, triggerId: string, { push = false } = {}): Modals {
  let viewId: string | undefined;
  const show = async (id: string, view: types.View) => {
    await client.views.update({ view_id: id, view });
  };
  return {
    get viewId() {
      return viewId;
    },
    async open(title) {
      const loading = { trigger_id: triggerId, view: loadingView(title) };
      const { view } = push ? await client.views.push(loading) : await client.views.open(loading);
      viewId = view?.id ?? '';
      return viewId;
    },
    show,
    async refuse(sentence) {
      if (!viewId) return false;
      await show(viewId, sentenceView('Not possible', sentence));
      return true;
    },
  };
}
