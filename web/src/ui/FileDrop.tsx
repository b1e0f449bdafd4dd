import { Text } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '../app/language.tsx';
import { useFormats } from './format.ts';

/** A place to drop a file on, or to choose one from: one large target for mouse, finger and keyboard. */
export function FileDrop(props: {
  readonly label: string;
  readonly hint: string;
  /** File name endings and media types, as `<input accept>` takes them. */
  readonly accept: string;
  readonly file: File | undefined;
  readonly onFile: (file: File | undefined) => void;
}) {
  const { t } = useLanguage();
  const format = useFormats();
  const [over, setOver] = useState(false);
  return (
    <label
      className="file-drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        props.onFile(event.dataTransfer.files[0]);
      }}
    >
      <input
        type="file"
        name="file"
        accept={props.accept}
        onChange={(event) => props.onFile(event.currentTarget.files?.[0])}
      />
      <Text fw={600} component="span" display="block">
        {props.label}
      </Text>
      {props.file === undefined ? (
        <Text size="sm" c="dimmed" component="span">
          {props.hint}
        </Text>
      ) : (
        <Text size="sm" component="span">
          {t('file.chosen', { name: props.file.name, size: format.count(Math.ceil(props.file.size / 1024)) })}
        </Text>
      )}
    </label>
  );
}
