import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { AttachmentView } from './AttachmentView.tsx';
import type { Mail } from './Mail.ts';

/** A mail's HTML, its plain text and its attachments, one at a time. */
export function MailParts({ mail }: { readonly mail: Mail }) {
  const { id, html, text, attachments } = mail;
  return (
    <Tabs className="bar-tabs">
      <TabList className="bar-tab-list" aria-label="Parts of the mail">
        {html !== '' && (
          <Tab className="bar-tab" id="html">
            HTML
          </Tab>
        )}
        {text !== '' && (
          <Tab className="bar-tab" id="text">
            Plain text
          </Tab>
        )}
        {attachments.map(({ filename }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an attachment is known by its place only
          <Tab className="bar-tab" key={n} id={`${n}`}>
            📎 {filename || `attachment ${n + 1}`}
          </Tab>
        ))}
      </TabList>
      {html !== '' && (
        <TabPanel className="bar-tab-panel" id="html">
          <iframe className="bar-paper" title="The mail as HTML" src={`/client/mail/${id}/html`} sandbox="" />
        </TabPanel>
      )}
      {text !== '' && (
        <TabPanel className="bar-tab-panel" id="text">
          <pre className="bar-mail-text">{text}</pre>
        </TabPanel>
      )}
      {attachments.map((attachment, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an attachment is known by its place only
        <TabPanel className="bar-tab-panel" key={n} id={`${n}`}>
          <AttachmentView attachment={attachment} url={`/client/mail/${id}/${n}`} />
        </TabPanel>
      ))}
    </Tabs>
  );
}
