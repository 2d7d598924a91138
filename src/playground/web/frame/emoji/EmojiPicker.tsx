import names from 'emoji-names';
import { useMemo, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { SearchField } from 'react-aria-components/SearchField';
import { searchEmoji } from './searchEmoji.ts';
import './emoji.css';

const ALL = Object.keys(names);
/** What people react with most; they stand there before anything is typed. */
const USUAL = [
  'white_check_mark',
  'x',
  '+1',
  '-1',
  'eyes',
  'raised_hands',
  'tada',
  'heart',
  'joy',
  'thinking',
  'pray',
  'clap',
  'fire',
  'rocket',
  'hourglass',
  'warning',
  'telephone_receiver',
  'email',
  'moneybag',
  'calendar',
  'wave',
  'cry',
  'sweat_smile',
  'question',
].filter((name) => name in names);
const MOST = 56;

/** Emoji by name: type to find, arrow keys to choose, Enter to take. */
export function EmojiPicker({ onPick }: { readonly onPick: (name: string) => void }) {
  const [typed, setTyped] = useState('');
  const found = useMemo(() => (typed.trim() === '' ? USUAL : searchEmoji(ALL, typed.trim(), MOST)), [typed]);
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label="Find an emoji by its name" autoFocus className="emoji-search">
        <Input placeholder="Find an emoji" />
      </SearchField>
      <ListBox
        aria-label="Emoji"
        className="emoji-grid"
        layout="grid"
        selectionMode="none"
        items={found.map((id) => ({ id }))}
        onAction={(key) => onPick(String(key))}
        renderEmptyState={() => <p className="emoji-none">No emoji of this name.</p>}
      >
        {({ id }) => (
          <ListBoxItem id={id} textValue={id.replaceAll('_', ' ')} className="emoji-option">
            <span title={`:${id}:`}>{names[id]}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}
