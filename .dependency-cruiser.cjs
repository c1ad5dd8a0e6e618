/** The folders of lib, the lowest first: a folder imports those of lower lines alone. */
const LIB_LAYERS = [
  ['model'],
  ['docker', 'keys', 'proc', 'protocol', 'query', 'sharing'],
  ['containerd', 'podman', 'sandboxes'],
  ['cri'],
  ['netlink'],
  ['config', 'images', 'inside', 'lab', 'timeline'],
  ['privileges', 'reach', 'shell', 'use'],
  ['findings'],
  ['diff', 'metrics', 'questions', 'redact', 'view-state'],
  ['fleet', 'recording'],
  ['i18n'],
  ['document', 'select', 'snapshot'],
  ['asking', 'layout', 'process-list', 'table'],
  ['facts', 'matrix', 'report'],
  ['machines', 'search'],
  ['lessons'],
  ['api', 'present', 'scene'],
  ['figure'],
  ['figures-file', 'handout'],
  ['taken'],
];

/** The same for components. */
const COMPONENTS_LAYERS = [
  ['parts'],
  ['canvas', 'store'],
  ['ui'],
  ['lab', 'present'],
  ['filters', 'help', 'lessons', 'projector', 'reader', 'take-away'],
  ['findings'],
  ['inspector', 'search'],
  ['views'],
  ['shell'],
  ['taken'],
];

/** The same for server; its files outside of folders put all together. */
const SERVER_LAYERS = [
  ['lab', 'lessons', 'proc', 'questions'],
  ['engine'],
  ['below', 'enter', 'grpc'],
  ['inside'],
  ['use'],
  ['reader'],
  ['pages', 'security'],
  ['containerd', 'cri', 'docker'],
  ['config'],
  ['source'],
  ['machine'],
  ['hub'],
  ['fleet', 'present'],
  ['figure'],
  ['handout', 'taken'],
  ['http'],
  ['cli'],
];

const TESTS = '(\\.test\\.tsx?|/fixtures/[^/]+\\.ts)$';

/** Forbids what goes up or sideways; tests may look at anything. */
function layerRules(root, layers) {
  const named = (folders) => `^${root}/(${folders.join('|')})/`;
  return [
    {
      name: `${root}-folder-has-a-layer`,
      comment: 'write it into the list of layers, in .dependency-cruiser.cjs',
      severity: 'error',
      from: { path: `^${root}/[^/]+/`, pathNot: named(layers.flat()) },
      to: {},
    },
    ...layers.map((layer, at) => ({
      name: `${root}-layers: ${layer.join(', ')}`,
      comment: 'a folder imports folders of lower layers alone, none of its own layer or above',
      severity: 'error',
      from: { path: named(layer), pathNot: TESTS },
      to: { path: named(layers.slice(at).flat()), pathNot: `^${root}/$1/` },
    })),
  ];
}

/**
 * The direction of imports: lib ← server, lib ← components ← app. Nobody imports server.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...layerRules('lib', LIB_LAYERS),
    ...layerRules('components', COMPONENTS_LAYERS),
    ...layerRules('server', SERVER_LAYERS),
    {
      name: 'lib-imports-only-lib',
      severity: 'error',
      from: { path: '^lib/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(server|components|app|e2e|bench)/' },
    },
    {
      name: 'lib-is-pure',
      comment: 'no fs, no network, no DOM library, no React in lib',
      severity: 'error',
      from: { path: '^lib/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'lib-packages',
      comment: 'an allow-list of what the pure part may use',
      severity: 'error',
      from: { path: '^lib/', pathNot: '(\\.test|/fixtures/[^/]+)\\.ts$' },
      to: {
        path: 'node_modules',
        pathNot:
          'node_modules/(zod|fast-deep-equal|leven|string-width|yaml|d3|d3-[a-z]+|@types/d3[-a-z]*)/',
      },
    },
    {
      name: 'server-imports-lib',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(components|app|e2e|bench)/' },
    },
    {
      name: 'components-import-lib',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(server|app|e2e|bench)/' },
    },
    {
      name: 'app-imports-components-and-lib',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(server|e2e|bench)/' },
    },
    {
      name: 'nobody-imports-server',
      severity: 'error',
      from: { pathNot: '^(server|e2e|bench)/' },
      to: { path: '^server/' },
    },
    {
      name: 'd3-stays-out-of-components',
      comment: 'React files get geometry from lib/layout and behaviours from components/canvas',
      severity: 'error',
      from: { path: '^(components|app)/', pathNot: '^components/canvas/' },
      to: { path: 'node_modules/d3' },
    },
    {
      name: 'dockerode-behind-the-facade',
      comment: 'nothing but the read-only facade may hold something that can change Docker',
      severity: 'error',
      from: { path: '^(lib|server|components|app)/', pathNot: '^server/docker/facade' },
      to: { path: 'node_modules/(@types/)?dockerode' },
    },
    {
      name: 'grpc-behind-the-channel',
      comment: 'a channel makes the calls of its table, and none that changes anything',
      severity: 'error',
      from: {
        path: '^(lib|server|components|app)/',
        pathNot: '^server/grpc/(channel|test-runtime)[.]ts$',
      },
      to: { path: 'node_modules/@grpc' },
    },
    {
      name: 'channel-behind-a-facade',
      comment: 'a facade gives it the closed table of its calls, which a test enumerates',
      severity: 'error',
      from: {
        path: '^(lib|server|components|app)/',
        pathNot: '^server/(containerd|cri)/facade[.]ts$|^server/grpc/channel[.]test[.]ts$',
      },
      to: { path: '^server/grpc/channel[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'reader-container-behind-the-source',
      comment: 'it changes things in Docker: only the machine starts and removes a reader',
      severity: 'error',
      from: { path: '^(lib|server|components|app)/', pathNot: '^server/(machine|source)/' },
      to: { path: '^server/source/container/' },
    },
    {
      name: 'reader-engine-behind-its-steps',
      comment: 'the calls that change things in Docker are made by the steps of start.ts alone',
      severity: 'error',
      from: {
        path: '^(lib|server|components|app)/',
        pathNot: '^server/source/container/(start|engine[.]test)[.]ts$',
      },
      to: { path: '^server/source/container/engine', dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.next|dist|node_modules/\\.)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
    },
  },
};
