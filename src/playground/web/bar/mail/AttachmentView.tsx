import type { Attachment } from './Mail.ts';
import { saySize } from './saySize.ts';

interface Props {
  readonly attachment: Attachment;
  readonly url: string;
}

/** An attachment as the browser shows it, where it can; always to be opened by itself or kept. */
export function AttachmentView({ attachment, url }: Props) {
  const { filename, type, size } = attachment;
  return (
    <>
      <p className="bar-attachment">
        <span>
          {type}, {saySize(size)}
        </span>
        <a href={url} target="_blank" rel="noreferrer">
          Open in a new tab
        </a>
        <a href={url} download={filename}>
          Download
        </a>
      </p>
      <Content filename={filename} type={type} url={url} />
    </>
  );
}

function Content({ filename, type, url }: { filename: string; type: string; url: string }) {
  // The browser's own PDF viewer does not work in a sandbox.
  if (type === 'application/pdf')
    return <iframe className="bar-paper" title={filename} src={`${url}#view=FitH&navpanes=0`} />;
  if (type.startsWith('text/')) return <iframe className="bar-paper" title={filename} src={url} sandbox="" />;
  if (type.startsWith('image/')) return <img className="bar-picture" alt={filename} src={url} />;
  return <p className="bar-hint">A browser does not show this kind of file.</p>;
}
