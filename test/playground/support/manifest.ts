/** A meeting-room app: enough of every surface to try the workspace with. */
export const manifest = {
  display_information: { name: 'Rooms' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    bot_user: { display_name: 'rooms', always_online: true },
    slash_commands: [
      { command: '/room', description: 'Book a room', usage_hint: '[name]', should_escape: true },
      { command: '/plain', description: 'Takes text as it is', should_escape: false },
    ],
    shortcuts: [
      { name: 'Book a room', type: 'global', callback_id: 'book', description: 'Book a room' },
      { name: 'Book for this', type: 'message', callback_id: 'book_for', description: 'Book a room' },
    ],
  },
  oauth_config: {
    redirect_urls: ['http://127.0.0.1/'],
    scopes: {
      bot: [
        'app_mentions:read',
        'channels:history',
        'channels:join',
        'channels:read',
        'chat:write',
        'commands',
        'files:read',
        'files:write',
        'groups:history',
        'groups:read',
        'im:history',
        'im:read',
        'im:write',
        'reactions:read',
        'reactions:write',
        'users:read',
        'users:read.email',
      ],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: [
        'app_home_opened',
        'app_mention',
        'file_shared',
        'function_executed',
        'member_joined_channel',
        'message.channels',
        'message.im',
        'reaction_added',
        'reaction_removed',
      ],
    },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
  functions: { tidy: { title: 'Tidy', description: 'Tidies a room' } },
};

/** The same app with fewer scopes. */
export function manifestWithout(...scopes: string[]): typeof manifest {
  const bot = manifest.oauth_config.scopes.bot.filter((scope) => !scopes.includes(scope));
  return { ...manifest, oauth_config: { ...manifest.oauth_config, scopes: { bot } } };
}
