import { areaPlace, levelOf, loadVillageIndex } from '#areas';
import { occupationLabels } from '#people';
import { subtree } from '#platform/access';
import { type Context, read, type Tx } from '#platform/context';
import { rosterTemplate, type TemplateKind, templateFileName } from '../file/index.ts';

/**
 * An empty list of a layout, with the villages of an area in its lists: the one asked for, else the caller's own when that is one
 * kabupaten or less.
 *
 * @throws Refusal auth.forbidden, areas.notFound
 */
export async function getTemplate(
  ctx: Context,
  kind: TemplateKind,
  area?: number,
): Promise<{ fileName: string; content: Uint8Array }> {
  const { place, villages } = await read(ctx, 'reference.read', async (tx) => {
    const code = area ?? ownArea(tx);
    if (code === undefined) return { place: '', villages: [] };
    const { name } = (await areaPlace(tx, code)).area;
    const [from, beyond] = subtree(code);
    const index = await loadVillageIndex(tx);
    return { place: name, villages: index.villages.filter((one) => from <= one.code && one.code < beyond) };
  });
  const content = await rosterTemplate({
    kind,
    language: ctx.language,
    villages,
    occupations: occupationLabels(),
  });
  return { fileName: templateFileName(kind, place), content };
}

/** The one kabupaten, kecamatan or village that somebody answers for; undefined for anybody else. */
function ownArea({ scope }: Tx): number | undefined {
  const [range, ...others] = scope.areas;
  if (range === undefined || others.length > 0) return undefined;
  const isWhole = subtree(range[0])[1] === range[1];
  return isWhole && levelOf(range[0]) !== 'province' ? range[0] : undefined;
}
