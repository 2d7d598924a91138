/** What does not work without a scope, to stand after “without it”. */
export const scopeNeeds: Readonly<Record<string, string>> = {
  'app_mentions:read': '“@Duly show acme” gets no answer',
  'channels:read': 'nothing is posted in public channels: nobody can check whether they are shared outside',
  'groups:read': 'nothing is posted in private channels: nobody can check whether they are shared outside',
  'chat:write': 'no digest, prompt or approval request is posted',
  commands: '/debt and the shortcuts do not exist',
  'files:read':
    'ledger files that are dropped in Slack cannot be read, charts may be shown before Slack has taken them in, and letters and CSV files have no link',
  'files:write': 'charts, notices and CSV files are missing from messages',
  'im:history': 'messages sent to Duly directly are not seen',
  'im:write': 'nobody gets a morning list',
  'reactions:read': '✅ and ❌ on an approval request are not seen; its buttons work',
  'reactions:write': '✅ and ❌ are not put under approval requests; people have to add them',
  'users:read': 'nobody can become a member, and guests are not told apart',
  'users:read.email':
    'mails of a creditor without an email address have no sender: those who sign have none either',
  'channels:history': 'a post whose sending was cut off is repeated with a mark, in public channels',
  'groups:history': 'a post whose sending was cut off is repeated with a mark, in private channels',
};
