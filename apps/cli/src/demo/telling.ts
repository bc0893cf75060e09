import { addDays, fromWan, type Command, type Day, type Money } from '#kernel';
import { projectSlice, projectStream, type ProjectCommand } from '#ledger';
import type { Entry } from './journal.ts';
import type { Plot } from './plot.ts';
import type { DemoZone, Scene } from './world.ts';

/** What is known of a project while its story is told. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly zone: DemoZone;
  readonly totalWan: number;
  readonly plot: Plot;
}

/** One project's part of the journal: nothing is filed before its registration, nor after its end. */
export class Telling {
  readonly scene: Scene;
  readonly subject: Subject;
  private registration: Entry | undefined;

  constructor(scene: Scene, subject: Subject) {
    this.scene = scene;
    this.subject = subject;
  }

  /** The first day on which anything of the project was filed. */
  get registered(): Entry {
    return this.registration as Entry;
  }

  register(command: Extract<ProjectCommand, { type: 'RegisterProject' }>): void {
    const filing = { ...this.place(), filedOn: this.subject.plot.registeredOn, after: this.subject.zone.defined };
    this.registration = this.scene.journal.file(filing, command);
  }

  /** Undefined where that day lies beyond the end of the project or of the demonstration: nobody has filed it yet. */
  file(command: ProjectCommand, filedOn: Day, after?: Entry): Entry | undefined {
    const { plot } = this.subject;
    const day = [filedOn, after?.filedOn ?? '', this.registered.filedOn].reduce((a, b) => (a > b ? a : b));
    if (day >= plot.endsOn || day > this.scene.span.until) return undefined;
    return this.scene.journal.file({ ...this.place(), filedOn: day, after: this.afterBoth(after) }, command);
  }

  /** The last word on a project, on the day of its end, and after what it rests on. */
  end(command: ProjectCommand, other?: Entry): void {
    const { endsOn } = this.subject.plot;
    this.scene.journal.file({ ...this.place(), filedOn: endsOn, after: this.afterBoth(other) }, command as Command);
  }

  private afterBoth(other: Entry | undefined): Entry {
    return other && other.filedAt > this.registered.filedAt ? other : this.registered;
  }

  private place() {
    return { slice: projectSlice, streamId: projectStream(this.subject.id) };
  }
}

/** 万元 as money. */
export const wan = (amount: number): Money => fromWan(String(Math.max(0, Math.round(amount)))) as Money;

/** Most people file within ten days, some within a month, and one in ten when somebody asks. */
export function filingDay(telling: Telling, on: Day): Day {
  const { random } = telling.scene;
  const lag = random.percent(80) ? random.int(0, 10) : random.percent(50) ? random.int(11, 30) : random.int(40, 130);
  return addDays(on, lag);
}
