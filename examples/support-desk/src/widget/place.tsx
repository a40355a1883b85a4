import { useSupport } from '@parley/react/support';
import { duration } from '../shared/time.js';
import { useNow } from '../shared/use-now.js';

/** Where one stands in the line, and how long it may take; read out when it changes. */
export function Place() {
  const { position, estimatedWaitSeconds, place } = useSupport({ select: ({ position, estimatedWaitSeconds, place }) => ({ position, estimatedWaitSeconds, place }) });
  const now = useNow(5_000);
  const left = estimatedWaitSeconds === null || place === null ? null : Math.max(0, estimatedWaitSeconds * 1000 - (now - Date.parse(place.at)));
  return (
    <div className="place" role="status">
      <strong>{position === null ? 'Looking for somebody' : position === 1 ? 'You are next' : `You are number ${position} in line`}</strong>
      <p>{left === null ? 'We do not know yet how long it takes.' : left < 15_000 ? 'Any moment now.' : `About ${duration(left)}.`} You can already write.</p>
    </div>
  );
}
