/**
 * What the texts have and this package does not have yet. Names are those of
 * an interface, a dictionary or an enumeration, or `Interface.member`.
 */
export const later = [
  {
    reason: 'devices are not captured yet',
    names: [
      'CameraDevicePermissionDescriptor',
      'DeviceChangeEvent',
      'DeviceChangeEventInit',
      'InputDeviceInfo',
      'MediaDeviceInfo',
      'MediaDeviceKind',
      'MediaDevices',
      'MediaStreamConstraints',
      'MediaTrackSupportedConstraints',
    ],
  },
  {
    reason: 'there are no encoders and decoders outside a connection yet',
    names: [
      ...['Audio', 'Video'].flatMap((kind) => [
        `${kind}Decoder`,
        `${kind}DecoderConfig`,
        `${kind}DecoderInit`,
        `${kind}DecoderSupport`,
        `${kind}Encoder`,
        `${kind}EncoderConfig`,
        `${kind}EncoderInit`,
        `${kind}EncoderSupport`,
        `Encoded${kind}Chunk`,
        `Encoded${kind}ChunkInit`,
        `Encoded${kind}ChunkMetadata`,
        `Encoded${kind}ChunkType`,
      ]),
      'CodecState',
      'HardwareAcceleration',
      'ImageDecodeOptions',
      'ImageDecodeResult',
      'ImageDecoder',
      'ImageDecoderInit',
      'ImageTrack',
      'ImageTrackList',
      'LatencyMode',
      'SvcOutputMetadata',
      'VideoEncoderBitrateMode',
      'VideoEncoderEncodeOptions',
    ],
  },
  {
    reason: 'tracks are not handed to other threads yet',
    names: ['MediaStreamTrackHandle', 'MediaStreamTrackProcessorInit.track'],
  },
];
