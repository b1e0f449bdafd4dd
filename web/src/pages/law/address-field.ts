import { useEffect, useRef, useState } from 'react';

/**
 * The text of a field that the address keeps, so that a link brings it back. What is typed shows at once; the address
 * follows, and what the address says otherwise (a link, the way back) shows in the field.
 *
 * @param write puts the text into the address
 */
export function useAddressField(
  inAddress: string,
  write: (text: string) => void,
): readonly [text: string, type: (text: string) => void] {
  const [text, setText] = useState(inAddress);
  const written = useRef(inAddress);
  useEffect(() => {
    if (inAddress === written.current) return;
    written.current = inAddress;
    setText(inAddress);
  }, [inAddress]);
  return [
    text,
    (typed) => {
      setText(typed);
      written.current = typed;
      write(typed);
    },
  ];
}
