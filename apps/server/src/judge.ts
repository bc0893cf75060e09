import { StartFailure } from './start-failure.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads variables of the environment and collects what is wrong with them, so that all of it is said at once. */
export class Judge {
  private readonly environment: Environment;
  private readonly wrong: string[] = [];

  constructor(environment: Environment) {
    this.environment = environment;
  }

  /**
   * The value of a variable, or the standard one where it is empty. `verdict` answers whether it is good; a text or undefined
   * is that of a check of addresses: their values hold passwords, and are never repeated.
   */
  take(
    name: string,
    standard: string,
    verdict: (value: string) => boolean | string | undefined,
    expected?: string,
  ): string {
    const value = this.environment[name] || standard;
    const said = verdict(value);
    if (said === false) this.refuse(name, value, expected ?? '');
    if (typeof said === 'string') this.wrong.push(`${name} (${said})`);
    return value;
  }

  refuse(name: string, value: string, expected: string): void {
    this.wrong.push(`${name}=${JSON.stringify(value)} (${expected})`);
  }

  end(): void {
    if (this.wrong.length > 0) throw new StartFailure('WrongEnvironment', { wrong: this.wrong.join('; ') });
  }
}
