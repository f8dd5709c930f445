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
          # Never made, so the action always runs: ninja knows what is to do.
          'outputs': ['<(PRODUCT_DIR)/always'],
          'action': ['node', 'scripts/lib/gyp-build.mjs', '--out=<(PRODUCT_DIR)', '--arch=<(target_arch)'],
        },
      ],
    },
  ],
}
