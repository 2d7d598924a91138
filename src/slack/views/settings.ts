import { z } from 'zod';
import { settingsModal } from '../../../blocks/settings/settingsModal.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { requireMay } from '../../core/permissions.ts';
import { shownFormSchema } from '../../core/shownForm.ts';
import { saveSettings } from '../../useCases/workspaces/saveSettings.ts';
import { publishHome } from '../events/publishHome.ts';
import type { ViewHandler } from '../handlers.ts';
import { lookAtChosenChannels } from '../lookAtChosenChannels.ts';
import { decodeMetadata } from '../metadata.ts';
import { readSettingsForm } from './readSettingsForm.ts';
import { submittedSettings } from './settingsForm.ts';

const remembered = z.object({ shown: shownFormSchema });

/** Submitted settings: checked at their field, saved, on record. */
export const settings: ViewHandler = {
  check(view, now) {
    const read = readSettingsForm(submittedSettings(view), now);
    if ('errors' in read) return read;
    return {
      async save(request) {
        const { deps, workspace, member, client, now, showView } = request;
        requireMay(member, 'manage');
        const still = await lookAtChosenChannels(request, read.wanted.channels);
        const { shown } = decodeMetadata(remembered, view.private_metadata);
        await saveSettings(deps.db, { workspace, member, client, wanted: read.wanted, shown, now });
        deps.wake();
        await showView(
          sentenceView(
            'Settings',
            'The settings are saved. What changed, and who changed it, is on record.',
            ...still,
          ),
        );
        await publishHome(request);
      },
    };
  },
  saving(view) {
    const { country, region, currency, closingDays, zone } = submittedSettings(view);
    return savingView('Settings', [
      ['Time zone', zone],
      ['Country', country],
      ['Region', region],
      ['Currency', currency],
      ['Closed besides', closingDays],
    ]);
  },
  again: (view) => settingsModal({ form: submittedSettings(view), metadata: view.private_metadata }),
};
