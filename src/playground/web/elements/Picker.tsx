import type { ReactNode } from 'react';
import {
  Autocomplete,
  Button,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Select,
  SelectValue,
  TextField,
  useFilter,
} from 'react-aria-components';
import { ClearButton } from './ClearButton.tsx';
import type { MenuGroup, MenuOption } from './MenuOption.ts';
import { Spinner } from './Spinner.tsx';
import type { Offers } from './useOffers.ts';
import './popover.css';
import './Picker.css';

interface Props {
  readonly groups: readonly MenuGroup[];
  readonly selected: readonly MenuOption[];
  readonly onPick: (keys: readonly string[]) => void;
  readonly isMany: boolean;
  readonly most?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly names: Readonly<Record<string, string>>;
  readonly isInvalid: boolean;
  readonly isRequired: boolean;
  readonly isClearable: boolean;
  readonly isBusy: boolean;
  /** the options come from the app as one types */
  readonly search?: Offers | undefined;
}

/** A menu that opens over the page, with a field to narrow it down. */
export function Picker(props: Props) {
  const { groups, selected, onPick, isMany, most, placeholder, names, search } = props;
  const { contains } = useFilter({ sensitivity: 'base' });
  const keys = selected.map(({ key }) => key);
  const isFull = isMany && most !== undefined && selected.length >= most;
  const blocked = isFull
    ? groups.flatMap(({ options }) => options.map(({ key }) => key).filter((key) => !keys.includes(key)))
    : [];
  const change = (value: unknown) =>
    onPick(
      [value]
        .flat()
        .filter((key) => key !== null)
        .map(String),
    );
  const typing = search ? { inputValue: search.query, onInputChange: search.type } : { filter: contains };
  return (
    <>
      <Select<MenuOption, 'single' | 'multiple'>
        className="picker"
        {...names}
        selectionMode={isMany ? 'multiple' : 'single'}
        value={isMany ? keys : (keys[0] ?? null)}
        onChange={change}
        disabledKeys={blocked}
        isInvalid={props.isInvalid}
        isRequired={props.isRequired}
        validationBehavior="aria"
        allowsEmptyCollection
        onOpenChange={(isOpen) => search?.open(isOpen)}
      >
        <Button
          className="picker-button"
          aria-invalid={props.isInvalid || undefined}
          aria-busy={props.isBusy || undefined}
        >
          <SelectValue className="picker-value" data-placeholder={selected.length === 0 || undefined}>
            {() =>
              selected.length === 0 ? (
                (placeholder ?? 'Choose an option')
              ) : (
                <Chosen options={selected} isMany={isMany} />
              )
            }
          </SelectValue>
          {props.isBusy ? <Spinner /> : <span aria-hidden="true">▾</span>}
        </Button>
        <Popover className="popover picker-popover">
          <Autocomplete {...typing}>
            <TextField className="picker-search" type="search" aria-label="Search" autoFocus>
              <Input className="text-input" placeholder="Search" />
            </TextField>
            {isFull && <p className="picker-note">At most {most} can be chosen.</p>}
            <ListBox
              className="menu"
              renderEmptyState={() => <p className="picker-note">{search?.note ?? 'Nothing found'}</p>}
            >
              {groups.map(({ label, options }, index) =>
                label === undefined ? (
                  options.map(entry)
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two groups may have the same label
                  <ListBoxSection key={index} id={`group ${index}`}>
                    <Header className="menu-heading">{label}</Header>
                    {options.map(entry)}
                  </ListBoxSection>
                ),
              )}
            </ListBox>
          </Autocomplete>
        </Popover>
      </Select>
      {props.isClearable && selected.length > 0 && <ClearButton onClear={() => onPick([])} />}
    </>
  );
}

function entry({ key, text, description }: MenuOption): ReactNode {
  return (
    <ListBoxItem key={key} id={key} className="menu-item" textValue={text}>
      <span>{text}</span>
      {description && <span className="menu-description">{description}</span>}
    </ListBoxItem>
  );
}

function Chosen({ options, isMany }: { readonly options: readonly MenuOption[]; readonly isMany: boolean }) {
  if (!isMany) return options[0]?.text;
  return options.map(({ key, text }, index) => (
    <span key={key} className="picker-token">
      {text}
      <span className="visually-hidden">{index < options.length - 1 ? ', ' : ''}</span>
    </span>
  ));
}
