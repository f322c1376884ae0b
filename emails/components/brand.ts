/** Who writes. Foolscap, a paper shop with a studio for teams, is made up. */
export const brand = {
  name: "Foolscap",
  url: "https://foolscap.example",
  helpEmail: "help@foolscap.example",
  company: "Foolscap Paper Ltd",
  address: "12 Binders Yard, Bristol BS1 6QZ, United Kingdom",
  /** Zone of dates whose reader's zone is not known. */
  timeZone: "Europe/London",
} as const;
