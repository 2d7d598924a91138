import type { Message } from '../../api/state.ts';
import { Blocks } from '../../blocks/Blocks.tsx';
import { Mrkdwn } from '../../text/Mrkdwn.tsx';
import { FileCard } from './FileCard.tsx';

/** What a message says. A person's own text is drawn from its markup, in which mentions are mentions. */
export function MessageBody({ channel, message }: { readonly channel: string; readonly message: Message }) {
  const { ts, text, blocks, files, edited, client_msg_id } = message;
  const asText = blocks.length === 0 || (client_msg_id !== undefined && text !== '');
  return (
    <>
      {asText ? (
        text !== '' && (
          <div className="message-text">
            <Mrkdwn text={text} />
          </div>
        )
      ) : (
        <div className="message-blocks">
          <Blocks blocks={blocks} place={{ channel, ts }} />
        </div>
      )}
      {edited && <span className="message-quiet">(edited)</span>}
      {files.map((file) => (
        <FileCard key={file.id} file={file} />
      ))}
    </>
  );
}
