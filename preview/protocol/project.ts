/** Facts that hold for the whole session. */
export interface Project {
  /** The package's name, or the folder's. */
  readonly name: string;
  /** Folder of the emails, relative to the project: `emails`. */
  readonly emailsFolder: string;
  /** Who emails are from that name no one. */
  readonly sender: {
    /** `Shop <orders@shop.example>`. */
    readonly address: string;
    /** Where it is said: the plugin's option, `letterpress.config.ts`, or `MAIL_FROM`. */
    readonly said: "option" | "config" | "environment" | "nowhere";
  };
  /** Where Send goes unless one chooses: the local inbox. */
  readonly send: SendTarget;
  /** The real server that the environment names. It is chosen on purpose only. */
  readonly realServer: SendTarget | null;
  /** Why there is none: the variable to set, or what is wrong with those that are. Holds no value. */
  readonly realServerProblem: string | null;
}

/** Where the Send button may send. */
export interface SendTarget {
  /** `server`: the one that `MAIL_URL` names, when it is neither of the others. */
  readonly kind: "inbox" | "postmark" | "server";
  /** `smtp://127.0.0.1:2525`, or `smtp.postmarkapp.com:587`. Holds no credentials. */
  readonly address: string;
  /** Default recipient of a test send; empty for a real server. */
  readonly to: string;
}
