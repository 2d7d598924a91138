import type { JsonObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import type { StoredFile } from '../state/model.ts';

const PREVIEW_CHARACTERS = 400;

/** A file object as Slack shows it. Its `url_private` wants the app's Bearer token. */
export function renderFile(slack: LocalSlack, file: StoredFile): JsonObject {
  const path = `${slack.identity.team.id}-${file.id}`;
  const name = encodeURIComponent(file.name);
  const isText = file.mimetype.startsWith('text/');
  const inChannels = (kind: string) =>
    file.shares.map((s) => s.channel).filter((id) => slack.conversations.get(id)?.kind === kind);
  const sharesIn = (kind: string) =>
    Object.fromEntries(
      file.shares
        .filter((s) => slack.conversations.get(s.channel)?.kind === kind)
        .map((s) => [s.channel, [{ ts: s.ts, team_id: slack.identity.team.id }]]),
    );
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.filetype,
    pretty_type: file.filetype.toUpperCase(),
    user: file.user,
    user_team: slack.identity.team.id,
    editable: isText,
    size: file.content.length,
    mode: isText ? 'snippet' : 'hosted',
    is_external: false,
    external_type: '',
    is_public: inChannels('public').length > 0,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${slack.url}/files-pri/${path}/${name}`,
    url_private_download: `${slack.url}/files-pri/${path}/download/${name}`,
    permalink: `${slack.url}/files/${file.user}/${file.id}/${name}`,
    ...(isText ? { preview: file.content.toString('utf8').slice(0, PREVIEW_CHARACTERS) } : {}),
    channels: inChannels('public'),
    groups: inChannels('private'),
    ims: inChannels('im'),
    shares: { public: sharesIn('public'), private: { ...sharesIn('private'), ...sharesIn('im') } },
    ...(file.altText === undefined ? {} : { alt_txt: file.altText }),
    has_rich_preview: false,
    file_access: 'visible',
  };
}
