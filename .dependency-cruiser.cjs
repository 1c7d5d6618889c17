/** Who may import whom (docs: the folders' table). Each rule says what to do instead. What needs types told apart from values (cycles, types of activities) is checked by oxlint, see .oxlintrc.json. */
const outside = (...folders) =>
  `^(?!(${folders.join('|')})(/|\\.ts$))(processes|paper|workflows|activities|api|worker|web|prisma|embedded|tests|bench|policy|config|storage)(/|\\.ts$)`;

/** Files that something other than an import starts. */
const entries = [
  '^(api/main|worker/main|workflows/index|web/main|web/vite\\.config|embedded/(start|build))\\.tsx?$',
  '^prisma/(run-[a-z-]+|new-migration|audit|first-administrator)\\.ts$',
  '^policy/check\\.ts$',
];

module.exports = {
  forbidden: [
    {
      name: 'processes-stay-pure',
      comment:
        'A process says what the office does. Give it what it needs as an argument; effects belong to activities/.',
      severity: 'error',
      from: { path: '^processes/' },
      to: { path: outside('processes') },
    },
    {
      name: 'processes-few-packages',
      comment:
        'Processes are pure TypeScript: zod and the holiday calendar are all they use, so that web and workflows can too.',
      severity: 'error',
      from: { path: '^processes/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/(zod|chinese-days)/' },
    },
    {
      name: 'paper-only-draws',
      comment: 'paper/ draws what it is given, for the API and for activities: it reads no database and asks nobody.',
      severity: 'error',
      from: { path: '^paper/' },
      to: { path: outside('paper', 'processes') },
    },
    {
      name: 'workflows-know-no-effects',
      comment:
        'A workflow reaches effects through steps/proxies.ts; of activities/ it sees the types (oxlint refuses more).',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: outside('workflows', 'processes', 'activities') },
    },
    {
      name: 'workflows-few-packages',
      comment: 'Replay must give the same: no Node built-ins and no package but the workflow SDK inside the sandbox.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/@temporalio/(workflow|common)/' },
    },
    {
      name: 'activities-get-arguments',
      comment: 'An activity takes its dependencies as arguments (R8); worker/ wires them, config.ts is read there.',
      severity: 'error',
      from: { path: '^activities/' },
      to: { path: outside('activities', 'processes', 'paper', 'prisma', 'storage', 'workflows/messages') },
    },
    {
      name: 'activities-prisma-client-only',
      comment:
        'The database is reached through prisma/client.ts and its generated types; migrating and seeding are start-up work.',
      severity: 'error',
      from: { path: '^(activities|api|worker)/' },
      to: {
        path: '^prisma/',
        pathNot: '^prisma/((client|event-chain|check-chain|fund-ledger|item-journals)\\.ts|generated/)',
      },
    },
    {
      name: 'api-changes-no-case',
      comment:
        'A case changes only inside its workflow: send it a message (workflows/messages.ts) and read the database.',
      severity: 'error',
      from: { path: '^api/', pathNot: '^api/main\\.ts$' },
      to: { path: outside('api', 'processes', 'paper', 'prisma', 'storage', 'workflows') },
    },
    {
      name: 'worker-wires-only',
      comment: 'The worker wires activities; it knows nothing of pages.',
      severity: 'error',
      from: { path: '^worker/' },
      to: { path: '^(api|web|embedded|tests|bench)/' },
    },
    {
      name: 'web-knows-the-contract',
      comment:
        "The page speaks to the API: of the server's code it may see the contract, and the processes' definitions.",
      severity: 'error',
      from: { path: '^web/' },
      to: { path: outside('web', 'processes', 'api/contract') },
    },
    {
      name: 'settings-at-the-edge',
      comment: 'Settings are read in config.ts by the process that starts; pass them on as arguments (R8).',
      severity: 'error',
      from: { pathNot: '^(worker/|api/main|prisma/(run-|audit|first-)|policy/|embedded/|tests/|bench/)' },
      to: { path: '^config\\.ts$' },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'What the product needs does not live in tests/.',
      severity: 'error',
      from: { pathNot: '^(tests|bench|vitest)' },
      to: { path: '^(tests|bench)/' },
    },
    {
      name: 'no-orphan',
      comment: 'Nobody needs this file: delete it, or import it where it belongs.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '\\.test\\.ts$', '\\.config\\.ts$', '^\\.', '\\.mjs$', '^prisma/generated/'],
      },
      to: {},
    },
    {
      name: 'not-unreached',
      comment: 'No entry point leads to this file: delete it, or import it where it belongs.',
      severity: 'error',
      from: { path: [...entries, '\\.test\\.ts$', '^tests/support/servers', '^tests/workflows/trials', '^bench/'] },
      to: {
        reachable: false,
        path: '^(processes|paper|workflows|activities|api|worker|web|prisma|policy|embedded)/',
        pathNot: [
          ...entries,
          '^prisma/generated/',
          '\\.mjs$',
          '\\.d\\.ts$',
          '^web/(dist|public)/',
          '\\.(css|svg|html)$',
        ],
      },
    },
    {
      name: 'declared-packages',
      comment: 'A package is named in package.json: one that comes along with another may leave with it.',
      severity: 'error',
      from: { path: '^(processes|paper|workflows|activities|api|worker|web|prisma|embedded|config|storage)' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(web/dist|dist|prisma/generated/internal)' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
