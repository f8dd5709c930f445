import { answersWithMedia } from './answers.mjs';
import { calls } from './calls.mjs';
import { closesWithMedia } from './closing.mjs';
import { codecsOfTransceivers } from './codecs.mjs';
import { dtmf } from './dtmf.mjs';
import { localMedia } from './local.mjs';
import { parametersOfSenders } from './parameters.mjs';
import { replacedTracks } from './replace-track.mjs';
import { rollbacksWithMedia } from './rollback.mjs';
import { layersOfVideo } from './simulcast.mjs';
import { stoppedTransceivers } from './stopping.mjs';
import { remoteStreams } from './streams.mjs';
import { tracksOfSenders } from './tracks.mjs';
import { directionsOfTransceivers } from './transceivers.mjs';

/** Scenarios with audio and video. */
export const media = [
  ...tracksOfSenders,
  ...directionsOfTransceivers,
  ...stoppedTransceivers,
  ...rollbacksWithMedia,
  ...remoteStreams,
  ...replacedTracks,
  ...answersWithMedia,
  ...layersOfVideo,
  ...parametersOfSenders,
  ...codecsOfTransceivers,
  ...dtmf,
  ...localMedia,
  ...closesWithMedia,
  ...calls,
];
