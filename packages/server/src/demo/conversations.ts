/** What people of the demo site have booked, and what they have written so far. */

/** A booking with its first messages. */
export interface DemoBooking {
  /** External id. */
  readonly id: string;
  readonly title: string;
  readonly status: 'REQUESTED' | 'CONFIRMED' | 'IN_PROGRESS' | 'COMPLETED' | 'CANCELLED';
  readonly client: 'ada' | 'cleo';
  /** Days from the day of seeding, and the hour of that day in UTC. */
  readonly inDays: number;
  readonly hour: number;
  readonly metadata: Readonly<Record<string, string | number>>;
  readonly messages: ReadonlyArray<readonly [sender: 'ada' | 'ben' | 'cleo', text: string]>;
}

/** All of them; Ben provides each. */
export const DEMO_BOOKINGS: readonly DemoBooking[] = [
  {
    id: 'demo-101',
    title: 'Moving a piano',
    status: 'CONFIRMED',
    client: 'ada',
    inDays: 2,
    hour: 9,
    metadata: { jobNumber: 'J-101', floors: 3, from: '12 Canal Street', to: '4 Mill Lane' },
    messages: [
      ['ada', 'Hello Ben, the piano stands on the third floor and there is no lift.'],
      ['ben', 'Thanks for telling me. I will bring a second pair of hands and the long straps.'],
      ['ada', 'The stairs are wide. Shall I keep a parking place free?'],
      ['ben', 'Please do, about eight metres. We will be there at nine.'],
      ['ada', 'Done, I put two chairs out.'],
    ],
  },
  {
    id: 'demo-102',
    title: 'Two wardrobes and a desk',
    status: 'IN_PROGRESS',
    client: 'cleo',
    inDays: 0,
    hour: 13,
    metadata: { jobNumber: 'J-102', pieces: 3 },
    messages: [
      ['cleo', 'Do the wardrobes have to be empty?'],
      ['ben', 'Clothes may stay on the rail, everything heavy should come out.'],
      ['cleo', 'Good. The desk comes apart, I have the key for the screws.'],
      ['ben', 'We are on our way.'],
    ],
  },
  {
    id: 'demo-103',
    title: 'Garden table to the workshop',
    status: 'COMPLETED',
    client: 'ada',
    inDays: -3,
    hour: 10,
    metadata: { jobNumber: 'J-103' },
    messages: [
      ['ada', 'One leg is loose, please lift it by the frame.'],
      ['ben', 'It arrived safely. They say it will be ready on Friday.'],
      ['ada', 'Wonderful, thank you!'],
    ],
  },
  {
    id: 'demo-104',
    title: 'Boxes into storage',
    status: 'REQUESTED',
    client: 'cleo',
    inDays: 9,
    hour: 8,
    metadata: { jobNumber: 'J-104', boxes: 24 },
    messages: [],
  },
];
