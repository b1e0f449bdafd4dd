import { NativeSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { getArea } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { Loaded } from '../../ui/Loaded.tsx';

type Place = Awaited<ReturnType<typeof getArea>>;

/**
 * A village below an area, level by level; the area itself when it is a village.
 *
 * @param props.onVillage hears the village chosen, undefined while none is
 */
export function VillageSelect(props: {
  readonly below: string;
  readonly onVillage: (village: number | undefined) => void;
}) {
  const query = useQuery({ queryKey: ['area', props.below], queryFn: () => getArea(props.below) });
  return (
    <Loaded query={query}>
      {(place) =>
        place.area.level === 'village' ? (
          <OwnVillage place={place} onVillage={props.onVillage} />
        ) : (
          <Below key={place.area.code} place={place} onVillage={props.onVillage} />
        )
      }
    </Loaded>
  );
}

function OwnVillage(props: {
  readonly place: Place;
  readonly onVillage: (village: number | undefined) => void;
}) {
  const { t } = useLanguage();
  const { area } = props.place;
  const { onVillage } = props;
  useEffect(() => onVillage(area.code), [onVillage, area.code]);
  return <NativeSelect label={t('usulan.village')} data={[{ value: String(area.code), label: area.name }]} />;
}

function Below(props: { readonly place: Place; readonly onVillage: (village: number | undefined) => void }) {
  const { t } = useLanguage();
  const { children } = props.place;
  const [chosen, setChosen] = useState('');
  const child = children.find(({ code }) => String(code) === chosen);
  const levels = {
    province: '',
    regency: t('areaLevel.regency'),
    district: t('areaLevel.district'),
    village: t('usulan.village'),
  };
  const level = children[0]?.level ?? 'village';
  return (
    <Stack gap="sm">
      <NativeSelect
        label={levels[level]}
        required
        value={chosen}
        onChange={(event) => {
          const code = event.currentTarget.value;
          setChosen(code);
          const found = children.find((one) => String(one.code) === code);
          props.onVillage(found?.level === 'village' ? found.code : undefined);
        }}
        data={[
          { value: '', label: t('areaLevel.choose') },
          ...children.map(({ code, name }) => ({ value: String(code), label: name })),
        ]}
      />
      {child !== undefined && child.level !== 'village' && (
        <VillageSelect key={child.code} below={String(child.code)} onVillage={props.onVillage} />
      )}
    </Stack>
  );
}
