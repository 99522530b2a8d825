namespace Matinee.Core.Interactions.Splits;

/// <summary>How ratings are dealt to the train, validation and test parts; <c>docs/splits.md</c> states each rule.</summary>
public enum SplitProtocol
{
    UserTemporal,
    Random,
    GlobalTemporal,
    LeaveLast,
    ItemStratified,
    ColdItem,
    ColdUser,
}

/// <summary>The protocols by the names that the command line and the manifest use.</summary>
public static class SplitProtocols
{
    private static readonly (SplitProtocol Protocol, string Name)[] All =
    [
        (SplitProtocol.UserTemporal, "user-temporal"),
        (SplitProtocol.Random, "random"),
        (SplitProtocol.GlobalTemporal, "global-temporal"),
        (SplitProtocol.LeaveLast, "leave-last"),
        (SplitProtocol.ItemStratified, "item-stratified"),
        (SplitProtocol.ColdItem, "cold-item"),
        (SplitProtocol.ColdUser, "cold-user"),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(entry => entry.Name)];

    public static string Name(this SplitProtocol protocol) =>
        Array.Find(All, entry => entry.Protocol == protocol).Name
        ?? throw new ArgumentOutOfRangeException(nameof(protocol), protocol, "No such split protocol.");

    public static bool TryParse(string name, out SplitProtocol protocol)
    {
        (protocol, string? found) = Array.Find(All, entry => entry.Name == name);
        return found is not null;
    }

    /// <summary>The part of every rating, in the order of <paramref name="ratings"/>, whose own parts are not read.</summary>
    public static SplitPart[] Assign(
        this SplitProtocol protocol,
        RatingColumns ratings,
        SplitFractions fractions,
        long seed
    ) =>
        protocol switch
        {
            SplitProtocol.UserTemporal => UserTemporalSplit.Assign(ratings, fractions),
            SplitProtocol.Random => RandomSplit.Assign(ratings, fractions, seed),
            SplitProtocol.GlobalTemporal => GlobalTemporalSplit.Assign(ratings, fractions),
            SplitProtocol.LeaveLast => LeaveLastSplit.Assign(ratings, withValidation: fractions.Validation > 0),
            SplitProtocol.ItemStratified => ItemStratifiedSplit.Assign(ratings, fractions, seed),
            SplitProtocol.ColdItem => ColdItemSplit.Assign(ratings, fractions, seed),
            SplitProtocol.ColdUser => ColdUserSplit.Assign(ratings, fractions, seed),
            _ => throw new ArgumentOutOfRangeException(nameof(protocol), protocol, "No such split protocol."),
        };
}
