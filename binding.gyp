{
  # One build description: CMakeLists.txt. This lets `node-gyp rebuild`, and what
  # calls it (prebuildify), run that build.
  'targets': [
    {
      'target_name': 'node_libwebrtc',
      'type': 'none',
      'actions': [
        {
          'action_name': 'cmake',
          'inputs': ['CMakeLists.txt'],
          'outputs': ['<(PRODUCT_DIR)/node_libwebrtc.node'],
          'action': ['node', 'scripts/lib/gyp-build.mjs', '<(PRODUCT_DIR)', '<(target_arch)'],
        },
      ],
    },
  ],
}
