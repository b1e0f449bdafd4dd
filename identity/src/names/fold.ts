/**
 * A word with the spellings of one sound made one: Johannes and Yohanes, Djami and Jami, Philipus and Filipus. For comparing,
 * not for showing.
 *
 * @param word lower case, a to z only
 */
export function foldSpelling(word: string): string {
  return (
    word
      .replaceAll('dj', 'j')
      .replaceAll('tj', 'c')
      .replaceAll('ph', 'f')
      .replaceAll('v', 'f')
      .replace(/[ck]h/g, 'k')
      .replace(/c(?=[eiy])/g, 's')
      .replace(/[cq]/g, 'k')
      .replace(/([tdbg])h/g, '$1')
      .replaceAll('x', 'ks')
      .replaceAll('z', 's')
      .replace(/[jy]/g, 'i')
      // Soeharto, but not Oematan (oe, water), nor Foeh, Adoe and Loe.
      .replace(/(?<=.)oe(?=[^aeiouh])/g, 'u')
      // Ignatius is said Ignasius; Kristian and Tiara are not.
      .replace(/(?<=[^s])ti(?=[aeou])/g, 'si')
      .replaceAll('ngng', 'ng')
      .replace(/(.)\1+/g, '$1')
      .replace(/(?<=[aeiou])h$/, '')
  );
}

/**
 * What remains of a folded word for someone who heard it badly: e is i, o is u, f is p, a final consonant is unvoiced, and in
 * a word of three consonants or more the vowels after the first letter are gone. A key to find candidates, never a proof.
 *
 * @param folded from `foldSpelling`
 */
export function soundOf(folded: string): string {
  const heard = folded
    .replaceAll('e', 'i')
    .replaceAll('o', 'u')
    .replaceAll('f', 'p')
    .replace(/(?<=.)h/g, '')
    .replace(/g$/, 'k')
    .replace(/d$/, 't')
    .replace(/b$/, 'p');
  const consonants = heard.replace(/[aiu]/g, '').length;
  const kept = consonants >= 3 ? heard.replace(/(?<=.)[aiu]/g, '') : heard;
  return kept.replace(/(.)\1+/g, '$1');
}
