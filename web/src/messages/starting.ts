import { list, plural, stars } from "./writing.ts";

export const home = {
  page: "Home",
  heading: "What shall we watch?",
  lead: "Rate a handful of movies and get a list that suits you, with its reasons. Your ratings stay on this server.",
  start: "Rate a few movies",
  continue: "Go on with your list",
  newPerson: "Start as someone new",
  import: "Bring your ratings",
  whoHeading: "Or look at someone’s list",
  whoLead: "Everyone in the ratings data has a number. Enter one, or pick one of these.",
  idLabel: "User number",
  idPlaceholder: "for example 42",
  idSubmit: "Show their list",
  idInvalid: "A user number is a whole number above 0.",
  admit: "Admit one",
  user: (id: number): string => `User ${id}`,
  ratings: (count: number): string => plural(count, "rating", "ratings"),
  likes: (genres: readonly string[]): string => `Likes ${list.format(genres)}`,
  noUsers: "This model keeps no one’s ratings, so there is nobody to pick. Start as someone new.",
  shelf: "Known by many here",
};

export const welcome = {
  page: "Rate a few movies",
  heading: "Seen this one?",
  lead: "Rate what you know, skip the rest. Your list follows every rating.",
  skip: "Haven’t seen it",
  progress: (count: number): string =>
    count === 0
      ? "Five ratings make a good start."
      : count < 5
        ? `${plural(count, "rating", "ratings")}. ${5 - count} more make a good start.`
        : `${plural(count, "rating", "ratings")}. The more, the better it knows you.`,
  keys: "Keys: 1–5 for stars, a dot for a half, arrows to adjust, S to skip.",
  done: "See your list",
  rated: "Rated so far",
  listHeading: "Your list so far",
  listBefore: "Before your first rating these are everyone’s favourites.",
  listAfter: "It changes with every rating.",
  noneLeft: "That was everything we wanted to ask. Search for more movies to rate, or go to your list.",
  import: "You have ratings on Letterboxd, IMDb, Trakt or somewhere else?",
  importLink: "Bring them along",
  saved: (title: string, rating: number): string => `${title}: ${stars.format(rating)} stars. Your list is new.`,
  newness: "new",
};
