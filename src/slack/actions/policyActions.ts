import { limits } from '../../../blocks/limits.ts';
import { aboutModal } from '../../../blocks/policies/aboutModal.ts';
import { policyModal } from '../../../blocks/policies/policyModal.ts';
import { policyTextModal } from '../../../blocks/policies/policyTextModal.ts';
import { SIMULATION_TITLE } from '../../../blocks/policies/simulationModal.ts';
import { spacingModal } from '../../../blocks/policies/spacingModal.ts';
import { stageModal } from '../../../blocks/policies/stageModal.ts';
import { DulyError } from '../../core/DulyError.ts';
import { markOf } from '../../core/markOf.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { stageOf } from '../../core/policy.ts';
import { writeAmountLines } from '../../core/writeAmountLines.ts';
import { currentPolicy } from '../../useCases/policies/changeDraft.ts';
import { policyPage } from '../../useCases/policies/policyPage.ts';
import { policyYaml } from '../../useCases/policies/policyYaml.ts';
import { discardDraft, type SeenDraft, switchOnDraft } from '../../useCases/policies/switchOnDraft.ts';
import type { ActionHandler, ActionRequest } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';
import { runSimulation } from '../runSimulation.ts';
import { aboutOf } from '../views/policyAbout.ts';
import { spacingForm } from '../views/policySpacing.ts';
import { stageForm } from '../views/policyStageForm.ts';

/** Another policy on the page; the value is its key. */
export const policyShow: ActionHandler = {
  run: (request) => showPage(request, request.value),
};

/** The form for one stage, in the page's own window; the value names policy and stage. */
export const policyStageOpen: ActionHandler = {
  async run({ deps, workspace, member, value, body, showView }) {
    requireMay(member, 'manage');
    const [key = '', stageKey = ''] = value.split(' ');
    const policy = await currentPolicy(deps.db, workspace.id, key);
    const stage = stageOf(policy, stageKey);
    if (stage) await showView(body.view?.id ?? '', stageModal(stageForm(policy, stage)));
  },
};

/** The form for name and customers of a policy, in the page's own window. */
export const policyAboutOpen: ActionHandler = { run: (request) => showAbout(request, {}) };

/** The same for a policy that begins as a copy of this one. */
export const policyNew: ActionHandler = {
  run: (request) => showAbout(request, { newKey: `p_${newId()}` }),
};

/** The form for what holds for every stage of a policy, in the page's own window. */
export const policySpacingOpen: ActionHandler = {
  async run({ deps, workspace, member, value: key, body, showView }) {
    requireMay(member, 'manage');
    const policy = await currentPolicy(deps.db, workspace.id, key);
    await showView(body.view?.id ?? '', spacingModal(spacingForm(policy)));
  },
};

/** The policy as text, in the page's own window. */
export const policyTextOpen: ActionHandler = {
  async run({ deps, workspace, member, value: key, body, showView }) {
    requireMay(member, 'manage');
    const policy = await currentPolicy(deps.db, workspace.id, key);
    const text = policyYaml(policy);
    if (text.length > limits.textInput.characters) {
      throw new DulyError(
        'policy_too_long',
        `${text.length} characters`,
        `As text this policy is too long for a field of Slack. On the command line \`duly policy show ${key}\` prints it, and \`duly policy import FILE\` keeps it, changed, as the draft.`,
      );
    }
    await showView(
      body.view?.id ?? '',
      policyTextModal({ text, metadata: encodeMetadata({ key, mark: markOf(policy) }) }),
    );
  },
};

export const policySwitchOn: ActionHandler = {
  async run(request) {
    await decide(request, async (seen) => {
      const version = await switchOnDraft(request.deps.db, seen);
      return `Version ${version} is in use for new cases. To move running ones, simulate first.`;
    });
  },
};

export const policyDiscard: ActionHandler = {
  async run(request) {
    await decide(request, async (seen) => {
      await discardDraft(request.deps.db, seen);
      return 'The draft is discarded.';
    });
  },
};

/** The simulation, in a window over the page. */
export const policySimulate: ActionHandler = {
  opens: SIMULATION_TITLE,
  run: (request) => runSimulation(request, request.viewId ?? ''),
};

/** Decides about the draft that the page shows; where it is another one by now the page shows that one, and nothing else is done. */
async function decide(request: ActionRequest, work: (seen: SeenDraft) => Promise<string>): Promise<void> {
  const { workspace, member, value: key, body, now } = request;
  const mark = body.view?.private_metadata ?? '';
  const said = await work({ workspace, member, key, mark, now }).catch((error: unknown) => {
    if (error instanceof DulyError && error.code === 'draft_changed') return error.userMessage;
    throw error;
  });
  await showPage(request, key, said);
}

async function showPage(request: ActionRequest, key: string, note?: string): Promise<void> {
  const { deps, workspace, member, body, showView } = request;
  const page = await policyPage(deps.db, { workspace, member, key, ...(note && { note }) });
  await showView(body.view?.id ?? '', policyModal(page));
}

async function showAbout(
  { deps, workspace, member, value: key, body, showView }: ActionRequest,
  { newKey }: { newKey?: string },
): Promise<void> {
  requireMay(member, 'manage');
  const policy = await currentPolicy(deps.db, workspace.id, key);
  const { name, appliesTo } = policy;
  const form = {
    name: newKey ? '' : name,
    kinds: appliesTo.kinds,
    countries: appliesTo.countries.join(', '),
    owes: writeAmountLines(appliesTo.owesAtLeast),
    tags: appliesTo.tags.join(', '),
    metadata: encodeMetadata({ key, newKey, mark: markOf(aboutOf(policy)) }),
  };
  await showView(body.view?.id ?? '', aboutModal(form));
}
