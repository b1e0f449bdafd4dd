import { formatDay, parseDay } from '@payung/kernel';
import type { getAnnex } from '../../app/api.ts';

type Annex = Awaited<ReturnType<typeof getAnnex>>;

/** The document itself: in Indonesian, whatever the language of the pages. */
export function DecreeSheet(props: { readonly annex: Annex }) {
  const { decree, texts, lines } = props.annex;
  const signedOn = dayText(decree.signedOn);
  const signature = (
    <div className="decree-signature">
      Ditetapkan di ..............................
      <br />
      pada tanggal {signedOn}
      <br />
      {(decree.signedAs ?? '').toUpperCase()}
      <span className="decree-space" />
      {decree.signedBy}
    </div>
  );
  return (
    <div lang="id">
      <article className="decree">
        <h2>
          {texts.title}
          <br />
          NOMOR {decree.number}
        </h2>
        <p className="decree-centred">TENTANG</p>
        <h3>{texts.subject}</h3>
        <p>Menimbang:</p>
        <p>{texts.considering}</p>
        <p>Mengingat:</p>
        <ol>
          {texts.basis.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <p className="decree-centred">MEMUTUSKAN:</p>
        <p>Menetapkan:</p>
        {texts.decisions.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {signature}
      </article>
      <article className="decree decree-annex">
        <p>
          LAMPIRAN {texts.title} NOMOR {decree.number} TANGGAL {signedOn}
        </p>
        <h3>{texts.subject}</h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen the arrow keys scroll it */}
        <section className="decree-scroll" aria-label="Lampiran" tabIndex={0}>
          <table>
            <thead>
              <tr>
                {['No', 'Nama', 'NIK', 'L/P', 'Tanggal lahir', 'Desa/Kel.', 'RT/RW', 'Pekerjaan'].map(
                  (label) => (
                    <th key={label} scope="col">
                      {label}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.personId}>
                  <td>{line.place}</td>
                  <th scope="row">{line.name}</th>
                  <td>{line.nik}</td>
                  <td>{line.sex}</td>
                  <td>{dayText(line.birthDate)}</td>
                  <td>{line.villageName}</td>
                  <td>{[line.rt, line.rw].filter((part) => part !== null).join('/')}</td>
                  <td>{line.occupation}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        {signature}
      </article>
    </div>
  );
}

function dayText(value: string | null): string {
  const read = value === null ? undefined : parseDay(value);
  return read === undefined ? '' : formatDay(read, 'id');
}
