import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

interface Option<V extends string> {
  value: V;
  text: ComponentChildren;
}

interface Props<V extends string> {
  id: string;
  /** The page's question, already a heading. */
  legend: ComponentChildren;
  hint?: ComponentChildren;
  fault?: string | undefined;
  options: Option<V>[];
}

/** One of several. */
export function Radios<V extends string>({ chosen, ...group }: Props<V> & { chosen: Signal<V | null> }) {
  return (
    <Group {...group} type="radio" has={(value) => chosen.value === value} set={(value) => (chosen.value = value)} />
  );
}

/** Any of several; `most` are kept where there is a most. */
export function Checkboxes<V extends string>(
  { chosen, most = Infinity, ...group }: Props<V> & { chosen: Signal<V[]>; most?: number },
) {
  const set = (value: V, on: boolean, input: HTMLInputElement): void => {
    const others = chosen.value.filter((other) => other !== value);
    if (on && others.length >= most) input.checked = false;
    else chosen.value = on ? [...others, value] : others;
  };
  return <Group {...group} type="checkbox" has={(value) => chosen.value.includes(value)} set={set} />;
}

interface GroupProps<V extends string> extends Props<V> {
  type: 'radio' | 'checkbox';
  has: (value: V) => boolean;
  set: (value: V, on: boolean, input: HTMLInputElement) => void;
}

function Group<V extends string>({ id, legend, hint, fault, options, type, has, set }: GroupProps<V>) {
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <fieldset class={fault ? 'wrong' : undefined} aria-describedby={described || undefined}>
      <legend>{legend}</legend>
      {hint && <div class="hint" id={`${id}-hint`}>{hint}</div>}
      {fault && <p class="fault" id={`${id}-fault`}>{fault}</p>}
      {options.map(({ value, text }, n) => (
        <label class="choice" key={value}>
          <input type={type} name={id} id={n === 0 ? id : undefined} value={value} checked={has(value)} autocomplete="off"
            onChange={(event) => set(value, event.currentTarget.checked, event.currentTarget)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
