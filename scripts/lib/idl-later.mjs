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
];
