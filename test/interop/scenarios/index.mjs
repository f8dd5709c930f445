import { dataChannels } from './channels.mjs';
import { closes } from './close.mjs';
import { wrongUse } from './errors.mjs';
import { media } from './media/index.mjs';
import { offerAnswer } from './offer-answer.mjs';
import { restarts } from './restart.mjs';
import { rollbacks } from './rollback.mjs';

export { play } from './scenario.mjs';

/** What Chromium and this package must do alike, in plain browser JavaScript. */
export const scenarios = [
  ...offerAnswer,
  ...rollbacks,
  ...restarts,
  ...closes,
  ...dataChannels,
  ...wrongUse,
  ...media,
];
