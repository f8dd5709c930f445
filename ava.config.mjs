/** Tests are TypeScript under test/, compiled to the same paths under build/test. */
export default {
  files: [
    'build/test/**/*.js',
    '!build/test/**/{helpers,programs,children,fixtures,native,types}/**',
    '!build/test/**/_*',
  ],
  timeout: '60s',
  workerThreads: false,
};
