namespace Matinee.Api.Access;

/// <summary>What a key may be, whoever makes it.</summary>
internal static class NewKey
{
    public const int LongestName = 100;
    public const int MostDays = 3_650;

    /// <summary>What is wrong, by the name of the value.</summary>
    public static IEnumerable<(string Field, string Message)> Errors(
        string name,
        AccessScope scope,
        int? userId,
        int? days
    )
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl))
        {
            yield return ("name", $"name must have 1 to {LongestName} characters, no control characters.");
        }

        if (userId < 1)
        {
            yield return ("userId", $"userId must be a whole number from 1 to {int.MaxValue}.");
        }

        if (userId is not null && scope == AccessScope.Admin)
        {
            yield return ("userId", "An admin's key opens everything, and so cannot be bound to a user.");
        }

        if (days is < 1 or > MostDays)
        {
            yield return ("days", $"days must be a whole number from 1 to {MostDays}.");
        }
    }

    /// <returns>Seconds since 1970 UTC; null: never.</returns>
    public static long? ExpiresAt(int? days, TimeProvider time) =>
        days is { } count ? time.GetUtcNow().AddDays(count).ToUnixTimeSeconds() : null;
}
