/** How {@link GroupedReads} read. */
export interface GroupedReadsOptions<Question, Answer> {
  /** Questions with the same key are answered by one reading. */
  readonly keyOf: (question: Question) => string;
  /** Reads for several questions of one key; the answers in the order of the questions. */
  readonly read: (questions: readonly Question[]) => Promise<readonly Answer[]>;
  /** The most readings under way at once; more wait, and gather company meanwhile. */
  readonly atOnce: number;
  /** The most questions of one reading. */
  readonly most: number;
}

interface Asked<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Questions to the database that are asked at the same time are answered together, as when ten thousand clients come back at once.
 * A reading begins after the last of its questions was asked, so whoever listens before asking misses nothing between. A question that
 * is alone waits for nothing but the end of the present turn of the event loop.
 */
export class GroupedReads<Question, Answer> {
  readonly #options: GroupedReadsOptions<Question, Answer>;
  /** What waits, by key; the key that waits longest is first. */
  readonly #waiting = new Map<string, Asked<Question, Answer>[]>();
  #underWay = 0;
  #isTurnAsked = false;

  constructor(options: GroupedReadsOptions<Question, Answer>) {
    this.#options = options;
  }

  /** Answers a question. Rejects with whatever its reading failed with. */
  read(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const key = this.#options.keyOf(question);
      const asked = { question, resolve, reject };
      const company = this.#waiting.get(key);
      if (company) company.push(asked);
      else this.#waiting.set(key, [asked]);
      if (this.#isTurnAsked || this.#underWay >= this.#options.atOnce) return;
      this.#isTurnAsked = true;
      setImmediate(() => {
        this.#isTurnAsked = false;
        this.#begin();
      });
    });
  }

  #begin(): void {
    for (const [key, company] of this.#waiting) {
      if (this.#underWay >= this.#options.atOnce) return;
      const some = company.length > this.#options.most ? company.splice(0, this.#options.most) : company;
      this.#waiting.delete(key);
      // Those left over go behind the others.
      if (some !== company) this.#waiting.set(key, company);
      this.#underWay += 1;
      void this.#run(some);
    }
  }

  async #run(company: readonly Asked<Question, Answer>[]): Promise<void> {
    try {
      const answers = await this.#options.read(company.map(({ question }) => question));
      company.forEach(({ resolve, reject }, index) => {
        const answer = answers[index];
        if (answer === undefined) reject(new Error('a reading has no answer to one of its questions'));
        else resolve(answer);
      });
    } catch (error) {
      for (const { reject } of company) reject(error);
    } finally {
      this.#underWay -= 1;
      this.#begin();
    }
  }
}
