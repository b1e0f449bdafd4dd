import { Link } from '@tanstack/react-router';
import type { Roster, Verdict } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { verdicts } from './verdicts.ts';

/** Rows in = new + known + doubtful + refused + ignored; each term leads to its rows. */
export function CountsEquation(props: {
  readonly rosterId: string;
  readonly counts: Roster['counts'];
  readonly chosen: Verdict | undefined;
}) {
  const { t } = useLanguage();
  const format = useFormats();
  return (
    <ul className="equation">
      <li>
        <span className="term">
          <b>{format.count(props.counts.rowsIn)}</b> {t('rosters.rowsIn')}
        </span>
      </li>
      {verdicts.map((verdict, place) => (
        <li key={verdict}>
          <span className="sign">{place === 0 ? '=' : '+'}</span>
          <Link
            className="term"
            to="/daftar/$id"
            params={{ id: props.rosterId }}
            search={{ hasil: verdict }}
            hash="baris"
            resetScroll={false}
            aria-current={props.chosen === verdict ? 'true' : undefined}
          >
            <b>{format.count(props.counts[verdict])}</b> {t(`verdict.${verdict}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
