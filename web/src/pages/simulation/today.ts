import { type Day, day } from '@payung/kernel';
import { use, useState } from 'react';
import { SessionContext } from '../../app/session.tsx';

/** The day it is: the branch's for whoever is signed in, else by the clock of the reader, in the branch's zone. */
export function useSimulationDay(): Day {
  const session = use(SessionContext);
  const [readers] = useState(readersDay);
  return session === undefined ? readers : day(session.today);
}

function readersDay(): Day {
  // Canada writes days as YYYY-MM-DD.
  return day(new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Makassar' }).format(new Date()));
}
