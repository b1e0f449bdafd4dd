import type { getAnnex } from '../../app/api.ts';

type Annex = Awaited<ReturnType<typeof getAnnex>>;

/** The document itself: in Indonesian, whatever the language of the pages. */
export function DocumentSheet(props: { readonly annex: Annex }) {
  const { decree, texts, lines } = props.annex;
  const signature = (
    <div className="decree-signature">
      {texts.signature.map((line) => (
        <div key={line}>{line}</div>
      ))}
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
        {texts.sections.map(({ heading, lines: said, isNumbered }) => (
          <section key={heading}>
            {heading !== '' && <p>{heading}</p>}
            {isNumbered ? (
              <ol>
                {said.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ol>
            ) : (
              said.map((line) => <p key={line}>{line}</p>)
            )}
          </section>
        ))}
        {signature}
      </article>
      <article className="decree decree-annex">
        <p>{texts.annex}</p>
        <h3>{texts.subject}</h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen the arrow keys scroll it */}
        <section className="decree-scroll" aria-label="Lampiran" tabIndex={0}>
          <table>
            <thead>
              <tr>
                {texts.columns.map((label) => (
                  <th key={label} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ personId, cells }) => (
                <tr key={personId}>
                  {texts.columns.map((label, n) =>
                    // The name names the row.
                    n === 1 ? (
                      <th key={label} scope="row">
                        {cells[n]}
                      </th>
                    ) : (
                      <td key={label}>{cells[n]}</td>
                    ),
                  )}
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
