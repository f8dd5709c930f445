/** The tables of the standards' enumerations and dictionaries, with the types they give. */
export * from './audio-data.js';
export * from './candidate.js';
export * from './certificate.js';
export * from './color-space.js';
export * from './configuration.js';
export * from './data-channel.js';
export * from './description.js';
export * from './enums.js';
export * from './events.js';
export * from './media-constraints.js';
export * from './media-track.js';
export * from './rtp-events.js';
export * from './rtp-parameters.js';
export * from './rtp.js';
export * from './stats/index.js';
export * from './track-streams.js';
export * from './video-frame.js';
