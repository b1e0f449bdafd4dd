import { NativeSelect, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { type Coverage, getTiles, type Tile } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { TileMap } from './TileMap.tsx';

const route = getRouteApi('/cakupan');

/** The tile map of a province, for one denominator at a time. */
export function CoverageMap(props: { readonly area: Coverage['area']; readonly month: string }) {
  const { t } = useLanguage();
  const area = String(props.area.code);
  const query = useQuery({
    queryKey: ['tiles', area, props.month],
    queryFn: () => getTiles({ area, month: props.month }),
  });
  return (
    <section>
      <Title order={2} mb="xs">
        {t('map.title')}
      </Title>
      <Loaded query={query}>{({ tiles }) => <MapView tiles={tiles} />}</Loaded>
    </section>
  );
}

function MapView(props: { readonly tiles: readonly Tile[] }) {
  const { t } = useLanguage();
  const format = useFormats();
  const search = route.useSearch();
  const navigate = useNavigate();
  const router = useRouter();
  const [chosen, setChosen] = useState<string>();
  const definitions = [
    ...new Set(
      props.tiles.flatMap(({ percentages }) => percentages.map(({ denominator }) => denominator.definition)),
    ),
  ];
  const definition = chosen ?? definitions[0];
  const to = (code: number) => ({ to: '/cakupan', search: { ...search, wilayah: String(code) } }) as const;
  return (
    <>
      {definitions.length > 1 && (
        <NativeSelect
          label={t('map.denominator')}
          value={definition ?? ''}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={definitions}
          maw="36rem"
          mb="sm"
        />
      )}
      <TileMap
        tiles={props.tiles}
        percentageOf={(tile) => tile.percentages.find((one) => one.denominator.definition === definition)}
        href={(code) => router.buildLocation(to(code)).href}
        onOpen={(code) => void navigate(to(code))}
        words={{
          title: t('map.title'),
          legend: t('map.legend'),
          noDenominator: t('coverage.noDenominator'),
          outside: t('map.outside'),
          percent: format.percent,
          people: (count) => t('map.people', { count }),
        }}
      />
    </>
  );
}
