// How numbers, dates and lists are written.

const locale = "en";
export const whole = new Intl.NumberFormat(locale);
export const oneDigit = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
export const stars = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
export const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
export const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
export const list = new Intl.ListFormat(locale, { type: "conjunction" });
const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
const month = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });

export const plural = (count: number, one: string, many: string): string =>
  `${whole.format(count)} ${count === 1 ? one : many}`;

export const format = {
  whole: (value: number): string => whole.format(value),
  oneDigit: (value: number): string => oneDigit.format(value),
  /** Half stars: 4, 4.5. */
  stars: (value: number): string => stars.format(value),
  percent: (value: number): string => percent.format(value),
  metric: (value: number): string => value.toFixed(4).replace(/^0/, ""),
  list: (values: readonly string[]): string => list.format(values),
  day: (seconds: number): string => day.format(seconds * 1000),
  /** From 2018-09-01 to 2018-09-30; one day is said once. */
  days: (from: string, to: string): string => day.formatRange(new Date(from), new Date(to)),
  /** From 2018-09. */
  month: (text: string): string => month.format(new Date(`${text}-15T00:00:00Z`)),
};
