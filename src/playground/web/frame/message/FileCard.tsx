import type { SlackFile } from '../../api/state.ts';
import { errorInWords } from '../errorInWords.ts';
import { Icon } from '../Icon.tsx';
import { useNotice } from '../notice/NoticeProvider.tsx';
import { useViewer } from '../person/ViewerProvider.tsx';
import { fileAddressOf } from './fileAddressOf.ts';
import { openFile } from './openFile.ts';
import { sizeOf } from './sizeOf.ts';

/** A shared file: an image as it is, anything else as a card to open or download. */
export function FileCard({ file }: { readonly file: SlackFile }) {
  const { me } = useViewer();
  const tell = useNotice();
  const address = fileAddressOf(file.id, me);
  const name = file.title || file.name;
  if (/^image\/(?!svg)/.test(file.mimetype)) {
    return (
      <figure className="file-image">
        <figcaption>{name}</figcaption>
        <a href={address} target="_blank" rel="noreferrer">
          <img src={address} alt={file.alt_txt ?? name} />
        </a>
      </figure>
    );
  }
  const open = () =>
    openFile(address, file.mimetype).catch(() => tell(errorInWords('file_not_found'), 'problem'));
  return (
    <div className="file">
      <span className="file-icon" data-type={file.filetype}>
        <Icon name="file" />
      </span>
      <span className="file-about">
        <span className="file-name">{name}</span>
        <span className="file-kind">
          {file.filetype.toUpperCase()} · {sizeOf(file.size)}
        </span>
      </span>
      <button type="button" className="plain-button" aria-label={`Open ${name}`} onClick={open}>
        Open
      </button>
      <a className="plain-button" href={address} download={file.name} aria-label={`Download ${name}`}>
        Download
      </a>
    </div>
  );
}
