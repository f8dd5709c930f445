import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Node's globals that the plain scripts use. */
const nodeGlobals = [
  'AbortController',
  'AbortSignal',
  'Blob',
  'Buffer',
  'TextEncoder',
  'URL',
  'clearInterval',
  'clearTimeout',
  'console',
  'fetch',
  'performance',
  'process',
  'queueMicrotask',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'structuredClone',
];

const browserGlobals = [
  'MediaStream',
  'MediaStreamTrackGenerator',
  'MediaStreamTrackProcessor',
  'RTCPeerConnection',
  'RTCSessionDescription',
  'URL',
  'URLSearchParams',
  'VideoFrame',
  'AudioData',
  'WebSocket',
  'addEventListener',
  'crypto',
  'devicePixelRatio',
  'document',
  'getComputedStyle',
  'location',
  'window',
];

const mediaGlobals = [
  'AnalyserNode',
  'AudioContext',
  'GainNode',
  'HTMLMediaElement',
  'MediaStream',
  'MediaStreamAudioDestinationNode',
  'MediaStreamAudioSourceNode',
  'OffscreenCanvas',
  'OscillatorNode',
  'document',
  'navigator',
];

const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

export default tseslint.config(
  { ignores: ['build/', 'dist/', 'node_modules/', 'prebuilds/', '.sysroot/', '.setup/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // WebIDL interfaces and dictionaries are tables of both kinds of type.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // A dictionary's type has a name of its own, for editors: extends Infer<typeof ...>.
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      // An interface object and its dictionary may share a name.
      'no-redeclare': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // The legacy forms have tests too.
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: { globals: readonly(nodeGlobals) },
  },
  {
    // A page's own files, and what speaks its names.
    files: [
      'examples/demo/browser/*.mjs',
      'examples/demo/main.mjs',
      'examples/globals.mjs',
      'examples/shared/call.mjs',
      'test/interop/programs/browser/*.mjs',
    ],
    languageOptions: { globals: readonly(browserGlobals) },
  },
  {
    files: ['test/interop/chromium/page/{test-*,frames-page,look}.mjs'],
    languageOptions: { globals: readonly(mediaGlobals) },
  },
);
