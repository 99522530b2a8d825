import { oneDigit, percent } from "./writing.ts";

export const together = {
  page: "Watch together",
  heading: "Watch together",
  lead: "One list for everyone on the sofa. Nobody gets what they have seen or hidden.",
  people: "Who is watching?",
  add: "Add",
  addLabel: "User number",
  addMe: "Add me",
  me: "You",
  user: (id: number): string => `User ${id}`,
  remove: (name: string): string => `Remove ${name}`,
  strategy: "What counts",
  average: "Everyone on average",
  averageNote: "The best mean of all wishes.",
  leastMisery: "Nobody is miserable",
  leastMiseryNote: "What it is to the one who wants it least.",
  list: "For all of you",
  empty: "Two people or more make it interesting. Add someone.",
  unknown: (id: number): string => `There is no user ${id} here.`,
  duplicate: (name: string): string => `${name} is on the sofa already.`,
  full: "Twenty people are the most.",
  invalid: "A user number is a whole number above 0.",
  wish: (name: string, share: number, predicted: number): string =>
    `${name}: wants it ${percent.format(share)}, would give ${oneDigit.format(predicted)} stars`,
  wishes: "How much each wants it",
};
