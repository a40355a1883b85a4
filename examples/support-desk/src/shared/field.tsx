import { useId, type ReactNode } from 'react';

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly children: (id: string) => ReactNode;
}

/** A label and its control. */
export function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint === undefined ? null : <small>{hint}</small>}
    </div>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly name: string;
  readonly defaultValue?: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly rows?: number;
  readonly type?: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: string;
  readonly placeholder?: string;
}

/** A labelled text of a form; with `rows` one of several lines. */
export function TextField({ label, hint, rows, min, max, step, ...input }: TextFieldProps) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(id) => (rows === undefined ? <input id={id} {...{ min, max, step }} {...input} /> : <textarea id={id} rows={rows} {...input} />)}
    </Field>
  );
}

interface SelectFieldProps {
  readonly label: string;
  readonly name: string;
  readonly defaultValue?: string;
  readonly options: readonly (readonly [value: string, text: string])[];
}

/** A labelled choice of a form. */
export function SelectField({ label, options, ...select }: SelectFieldProps) {
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} {...select}>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The text of a field of a submitted form. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** A number of a field; null where it is empty. */
export function numberOf(form: FormData, name: string): number | null {
  const text = textOf(form, name);
  return text === '' || !Number.isFinite(Number(text)) ? null : Number(text);
}

/** `a, b` as `['a', 'b']`. */
export function wordsOf(form: FormData, name: string): string[] {
  return textOf(form, name)
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
