namespace Matinee.Core.Interactions;

/// <summary>The only place where user ids and user indices meet.</summary>
public sealed class UserMap
{
    private readonly DenseIds ids;

    /// <param name="idByIndex">Distinct external ids; position is the index.</param>
    public UserMap(int[] idByIndex) => ids = new DenseIds(idByIndex, "user");

    public int Count => ids.Count;
    public ReadOnlySpan<int> IdByIndex => ids.IdByIndex;

    public UserId this[UserIndex index] => new(ids.IdByIndex[index.Value]);

    public bool TryGetIndex(UserId id, out UserIndex index)
    {
        bool found = ids.TryGetIndex(id.Value, out int value);
        index = new UserIndex(value);
        return found;
    }
}

/// <summary>The only place where movie ids and item indices meet.</summary>
public sealed class ItemMap
{
    private readonly DenseIds ids;

    /// <param name="idByIndex">Distinct external ids; position is the index.</param>
    public ItemMap(int[] idByIndex) => ids = new DenseIds(idByIndex, "movie");

    public int Count => ids.Count;
    public ReadOnlySpan<int> IdByIndex => ids.IdByIndex;

    public ItemId this[ItemIndex index] => new(ids.IdByIndex[index.Value]);

    public bool TryGetIndex(ItemId id, out ItemIndex index)
    {
        bool found = ids.TryGetIndex(id.Value, out int value);
        index = new ItemIndex(value);
        return found;
    }
}

/// <summary>Distinct external ids and their dense positions.</summary>
internal readonly struct DenseIds
{
    private readonly int[] idByIndex;
    private readonly Dictionary<int, int> indexById;

    public DenseIds(int[] idByIndex, string noun)
    {
        this.idByIndex = idByIndex;
        indexById = new Dictionary<int, int>(idByIndex.Length);
        for (int index = 0; index < idByIndex.Length; index++)
        {
            if (!indexById.TryAdd(idByIndex[index], index))
            {
                throw new ArgumentException($"The {noun} id {idByIndex[index]} stands twice.", nameof(idByIndex));
            }
        }
    }

    public int Count => idByIndex.Length;
    public ReadOnlySpan<int> IdByIndex => idByIndex;

    public bool TryGetIndex(int id, out int index) => indexById.TryGetValue(id, out index);
}
