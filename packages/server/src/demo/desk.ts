/** What the support desk of the demo site begins with: who works there, and what they have at hand. */

/** A mutation that takes an `input`, and the inputs with which it runs in turn, as an admin. */
export interface DeskStep {
  /** Name of the mutation. */
  readonly mutation: string;
  /** What of its payload is asked for; whatever there is. */
  readonly selection: string;
  readonly inputs: readonly Readonly<Record<string, unknown>>[];
}

/** Agents by their external ids; the seed puts in their user ids. */
export const DESK_AGENTS = [
  { externalId: 'sam', departments: ['support'], skills: [{ name: 'payments', level: 3 }, { name: 'german' }], maxConversations: 4, permissions: ['BULK_ACTIONS', 'MANAGE_TAGS'] },
  { externalId: 'tess', departments: ['support', 'billing'], skills: [{ name: 'payments', level: 5 }, { name: 'pianos', level: 4 }], maxConversations: 4, permissions: ['BULK_ACTIONS', 'MANAGE_TAGS', 'SEE_ALL_CASES'] },
] as const;

const WEEK = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

/** In this order, since later ones name earlier ones. */
export const DESK_STEPS: readonly DeskStep[] = [
  {
    mutation: 'createQuickReply',
    selection: 'quickReply { id }',
    inputs: [
      { shortcut: 'hello', title: 'Greeting', text: 'Hello {{client.name}}, this is {{me.name}}. How can I help?' },
      { shortcut: 'piano', title: 'What a piano costs', text: 'A piano costs from 180, with up to three floors and two people. May I ask where it stands and where it goes?' },
      { shortcut: 'refund', title: 'Money back', text: 'Your refund is on its way. It takes three to five working days until the bank shows it.' },
      { shortcut: 'bye', title: 'Goodbye', text: 'Thank you for writing, {{client.name}}. Come back whenever you need us.' },
    ].map((template) => ({ ...template, clientId: `demo-${template.shortcut}`, isShared: true })),
  },
  {
    mutation: 'upsertQueue',
    selection: 'queue { id }',
    inputs: [
      { key: 'help', name: 'Help', isDefault: true, isBotFirst: true, offerSeconds: 30 },
      { key: 'billing', name: 'Billing', department: 'billing', defaultPriority: 'HIGH', offerSeconds: 30, wrapUpSeconds: 30 },
    ],
  },
  {
    mutation: 'saveRoutingRules',
    selection: 'routingRules { version }',
    inputs: [
      {
        expectedVersion: 0,
        note: 'Money goes to billing, the loyal come first',
        rules: [
          { id: 'loyal', name: 'Loyal customers', when: { match: 'ALL', tests: [{ field: 'ATTRIBUTE', operator: 'IS', name: 'vip', values: ['true'] }] }, priority: 'URGENT', stops: false },
          { id: 'money', name: 'Money', when: { match: 'ALL', tests: [{ field: 'WORDS', operator: 'CONTAINS', values: ['refund', 'invoice', 'charged'] }] }, queue: 'billing', skillsPreferred: ['payments'] },
        ],
      },
    ],
  },
  {
    mutation: 'upsertArticle',
    selection: 'article { id }',
    inputs: [
      {
        key: 'piano-price',
        title: 'What a piano costs',
        answer: 'A piano costs from 180, with up to three floors and two people. Every further floor is 30.',
        questions: ['How much is a piano?', 'What does it cost to move a piano?', 'Price for a grand piano', 'Is a piano expensive to move?'],
        category: 'Prices',
      },
      {
        key: 'storage-price',
        title: 'What storage costs',
        answer: 'Boxes in storage cost from 25 a month. The first week is free.',
        questions: ['How much is storage?', 'What does it cost to store boxes?', 'Price of a storage room', 'Can I store my furniture?'],
        category: 'Prices',
      },
      {
        key: 'change-date',
        title: 'Another date',
        answer: 'You can change the date of your move until two days before, without a fee. Tell us the new date here.',
        questions: ['Can I change the date?', 'I need another day for my move', 'How do I reschedule?', 'Move my booking to next week'],
        category: 'Bookings',
      },
    ],
  },
  {
    mutation: 'createTag',
    selection: 'tag { id }',
    inputs: [
      { name: 'refund', color: '#b3261e' },
      { name: 'praise', color: '#1d7f45' },
      { name: 'call back', color: '#9a6700' },
    ],
  },
  {
    mutation: 'setCustomerAttributes',
    selection: 'userId',
    inputs: [{ customer: { externalId: 'ada' }, attributes: { vip: true, plan: 'family', city: 'Vienna' } }],
  },
  {
    mutation: 'recordPayment',
    selection: 'payment { id }',
    inputs: [
      { externalId: 'demo-p1', customer: { externalId: 'ada' }, amountMinor: 21_000, currency: 'EUR', status: 'PAID', description: 'Moving a piano', paidAt: '2026-03-02T10:00:00Z' },
      { externalId: 'demo-p2', customer: { externalId: 'ada' }, amountMinor: 4_500, currency: 'EUR', status: 'REFUNDED', description: 'Garden table', paidAt: '2026-02-11T10:00:00Z' },
    ],
  },
  {
    mutation: 'sendBroadcast',
    selection: 'broadcast { id }',
    inputs: [{ clientId: 'demo-spring', title: 'Spring is full', text: 'April has few free days left. Please book early.', audience: { roles: ['CLIENT'] } }],
  },
  {
    mutation: 'upsertSlaPolicy',
    selection: 'policy { key }',
    inputs: [{ key: 'standard', name: 'Standard', firstResponseSeconds: 60, nextResponseSeconds: 300, resolutionSeconds: 86_400, breachPriority: 'HIGH' }],
  },
  // Last: a site that has hours was seeded whole.
  {
    mutation: 'upsertSchedule',
    selection: 'schedule { key }',
    inputs: [
      { key: 'support', name: 'Support, around the clock', timeZone: 'Europe/Vienna', hours: WEEK.map((day) => ({ day, opensAt: '00:00', closesAt: '24:00' })) },
      {
        key: 'office',
        name: 'Office',
        timeZone: 'Europe/Vienna',
        hours: WEEK.slice(0, 5).flatMap((day) => [
          { day, opensAt: '08:00', closesAt: '12:00' },
          { day, opensAt: '13:00', closesAt: '17:30' },
        ]),
        holidays: [{ date: '2026-12-25', name: 'Christmas' }, { date: '2026-12-24', name: 'Christmas Eve', hours: [{ opensAt: '08:00', closesAt: '12:00' }] }],
      },
    ],
  },
];
