const WORDS: Readonly<Record<string, string>> = {
  playground_unreachable: 'The playground does not answer. Is it still running?',
  operation_timeout: 'The app did not answer within three seconds.',
  unknown_command: 'No app here has this command.',
  invalid_command_response: 'Slack refuses what the app answered.',
  is_archived: 'This channel is archived.',
  msg_too_long: 'The message is too long.',
  channel_not_found: 'You are not in this channel.',
  message_not_found: 'The message is gone.',
  messages_tab_disabled: 'This app takes no messages.',
  too_many_emoji: 'This message has as many different reactions as it can have.',
  already_reacted: 'You have reacted with this already.',
  no_reaction: 'Your reaction is gone already.',
  user_not_found: 'There is nobody of this name.',
  already_in_channel: 'They are in this channel already.',
  not_enabled: 'The app does not offer this.',
  dispatch_failed: 'The app could not be reached.',
  not_reactable: 'Messages that only you see take no reactions.',
  request_too_large: 'The file is too large.',
};

/** An error of the playground for people; one it has no words for is named as it is. */
export function errorInWords(error: string | undefined): string {
  return (error && WORDS[error]) ?? `It did not work (${error ?? 'no reason given'}).`;
}
