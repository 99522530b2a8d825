using System.Globalization;

namespace Matinee.Api.Tests.Store.Durability;

/// <summary>The ledger's entries as lines, by which a process tells another what it does until it is killed.</summary>
internal static class LedgerText
{
    // A line that the end of the process cut short lacks it.
    private const string End = ".";

    public static string Trying(LedgerWrite write) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"try {write.Number} {write.Kind} {write.UserId} {write.MovieId} {write.Stars ?? 0} {write.Key ?? "-"} {End}"
        );

    public static string Done(long number, int userId) =>
        string.Create(CultureInfo.InvariantCulture, $"done {number} {userId} {End}");

    public static void Read(string line, DurabilityLedger ledger)
    {
        string[] words = line.Split(' ');
        if (words is ["done", string number, string userId, End])
        {
            ledger.Acknowledge(Whole(number), (int)Whole(userId));
        }
        else if (words is ["try", string tried, string kind, string user, string movie, string stars, string key, End])
        {
            float given = float.Parse(stars, CultureInfo.InvariantCulture);
            ledger.Try(
                new LedgerWrite(
                    Whole(tried),
                    Enum.Parse<LedgerKind>(kind),
                    (int)Whole(user),
                    (int)Whole(movie),
                    given == 0 ? null : given,
                    key == "-" ? null : key
                )
            );
        }
    }

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
