import { installPackage } from "../../fetched/install-package.ts";

/** A job as a worker of BullMQ gets it. */
interface Job {
  readonly data: Readonly<Record<string, unknown>>;
  readonly attemptsMade: number;
}

/** What is used of BullMQ. */
export interface BullMq {
  readonly createPostgresBackend: unknown;
  readonly Queue: new (
    name: string,
    options: object,
    backend: unknown,
  ) => {
    add(name: string, data: object, options?: object): Promise<{ id?: string }>;
    close(): Promise<void>;
  };
  readonly Worker: new (
    name: string,
    work: (job: Job) => Promise<void>,
    options: object,
    backend: unknown,
  ) => {
    on(event: "completed" | "error", listener: () => void): void;
    on(event: "failed", listener: (job: Job | undefined) => void): void;
    close(): Promise<void>;
  };
}

/** BullMQ, whose queues have been able to live in PostgreSQL since version 6. */
export function installBullMq(): Promise<BullMq> {
  return installPackage<BullMq>("bullmq", "6.7.0", { beside: ["pg@8"] });
}
