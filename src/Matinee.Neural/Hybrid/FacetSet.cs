namespace Matinee.Neural.Hybrid;

/// <summary>
/// The facets of a list of movies, movie by movie. Their distinct texts are numbered kind by kind: a text that is both a tag
/// and a title counts twice, since kinds are read differently.
/// </summary>
/// <param name="Kinds">The kinds that occur, ascending, with their distinct texts.</param>
/// <param name="Starts">Length movies + 1; movie n has facets Starts[n] .. Starts[n + 1].</param>
/// <param name="Texts">Per facet, the number of its text.</param>
/// <param name="Shares">Per facet, its part of its movie's pooled text.</param>
internal sealed record FacetSet(IReadOnlyList<KindTexts> Kinds, int[] Starts, long[] Texts, float[] Shares)
{
    public int Movies => Starts.Length - 1;
    public int TextCount { get; } = Kinds.Sum(kind => kind.Rows.Length);

    /// <summary>Per facet, its movie.</summary>
    public long[] Owners { get; } = OwnersOf(Starts);

    private static long[] OwnersOf(int[] starts)
    {
        var owners = new long[starts[^1]];
        for (int movie = 0; movie < starts.Length - 1; movie++)
        {
            owners.AsSpan(starts[movie], starts[movie + 1] - starts[movie]).Fill(movie);
        }

        return owners;
    }
}

/// <param name="Rows">Distinct rows of the text vectors, ascending.</param>
internal sealed record KindTexts(int Kind, long[] Rows);
