import { Group, NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getArea } from '../app/api.ts';
import { useLanguage } from '../app/language.tsx';

/**
 * Chooses an area below `root` step by step: kabupaten, kecamatan, village, each list offered once the one above is chosen.
 *
 * @param props.root ten digits of the area to choose in, itself a choice
 * @param props.value ten digits of the area chosen
 */
export function AreaChooser(props: {
  readonly label: string;
  readonly root: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
}) {
  const { label, root, value, onChange } = props;
  const { t } = useLanguage();
  // Until the next list is there the last one stays, and with it the place of the keyboard.
  const query = useQuery({
    queryKey: ['area', value],
    queryFn: () => getArea(value),
    placeholderData: keepPreviousData,
  });
  if (query.data === undefined) return <NativeSelect label={label} data={[t('app.loading')]} disabled />;
  const { area, parents, children } = query.data;
  const path = [...parents, area];
  const from = path.findIndex(({ code }) => String(code) === root);
  // Each step is the area chosen above it and the list it is chosen from: of the last, nothing is chosen yet.
  const steps = path
    .slice(Math.max(from, 0))
    .map((above, place, chosen) => ({ above, next: chosen[place + 1] }));
  return (
    <Group align="end">
      {steps.map(({ above, next }, place) => (
        <Step
          key={above.code}
          label={place === 0 ? label : t('area.below', { area: above.name })}
          above={above}
          chosen={next === undefined ? undefined : String(next.code)}
          known={next === undefined ? children : undefined}
          onChange={onChange}
        />
      ))}
    </Group>
  );
}

type Place = Awaited<ReturnType<typeof getArea>>['area'];

function Step(props: {
  readonly label: string;
  readonly above: Place;
  readonly chosen: string | undefined;
  readonly known: readonly Place[] | undefined;
  readonly onChange: (code: string) => void;
}) {
  const { label, above, chosen, known, onChange } = props;
  const { t } = useLanguage();
  const code = String(above.code);
  const query = useQuery({
    queryKey: ['area', code],
    queryFn: () => getArea(code),
    enabled: known === undefined,
  });
  const below = known ?? query.data?.children ?? [];
  if (below.length === 0 && chosen === undefined) return null;
  return (
    <NativeSelect
      label={label}
      value={chosen ?? code}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: code, label: t('area.whole', { area: above.name }) },
        ...below.map((one) => ({ value: String(one.code), label: one.name })),
      ]}
    />
  );
}
