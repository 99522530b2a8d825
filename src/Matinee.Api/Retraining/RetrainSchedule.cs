using System.Globalization;
using Cronos;

namespace Matinee.Api.Retraining;

/// <summary>When to retrain: at the times of a cron text, or again after so long.</summary>
public sealed class RetrainSchedule
{
    private const string Forms =
        "five fields of cron such as '30 4 * * *', a time such as 'every 24h' (s, m, h or d), or off";

    private readonly string text;
    private readonly CronExpression? cron;
    private readonly TimeSpan every;

    private RetrainSchedule(string text, CronExpression? cron, TimeSpan every)
    {
        this.text = text;
        this.cron = cron;
        this.every = every;
    }

    /// <returns>Null for <c>off</c>.</returns>
    /// <exception cref="FormatException">It is none; the message says what is wanted.</exception>
    public static RetrainSchedule? Parse(string text)
    {
        if (text.Equals("off", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (text.StartsWith("every ", StringComparison.OrdinalIgnoreCase))
        {
            return new RetrainSchedule(text, null, Interval(text[6..].Trim()));
        }

        try
        {
            return new RetrainSchedule(text, CronExpression.Parse(text), default);
        }
        catch (CronFormatException)
        {
            throw new FormatException(Forms);
        }
    }

    /// <returns>Null where the time never comes, such as on February 30.</returns>
    public DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone) =>
        cron is null ? after + every : cron.GetNextOccurrence(after, zone);

    public override string ToString() => text;

    private static TimeSpan Interval(string text)
    {
        double unit = text.LastOrDefault() switch
        {
            's' => 1,
            'm' => 60,
            'h' => 3_600,
            'd' => 86_400,
            _ => double.NaN,
        };
        return
            double.TryParse(text.TrimEnd('s', 'm', 'h', 'd'), CultureInfo.InvariantCulture, out double number)
            && number * unit is >= 1 and <= 31_622_400
            ? TimeSpan.FromSeconds(number * unit)
            : throw new FormatException(Forms);
    }
}
