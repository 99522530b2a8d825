namespace Matinee.Data.Synthetic;

/// <summary>The catalogue by taste group, ready for drawing a movie of a group by weight. Shared by all threads.</summary>
internal sealed class GroupTables
{
    private readonly int[][] movies;
    private readonly AliasTable[] tables;
    private readonly double[] weights;

    public GroupTables(SyntheticCatalogue catalogue)
    {
        var members = new List<int>[TasteProfile.Groups];
        for (int group = 0; group < members.Length; group++)
        {
            members[group] = [];
        }

        for (int movie = 0; movie < catalogue.Count; movie++)
        {
            members[catalogue.FirstGroups[movie]].Add(movie);
        }

        movies = [.. members.Select(list => list.ToArray())];
        tables = new AliasTable[TasteProfile.Groups];
        weights = new double[TasteProfile.Groups];
        for (int group = 0; group < tables.Length; group++)
        {
            double[] groupWeights = new double[movies[group].Length];
            for (int n = 0; n < groupWeights.Length; n++)
            {
                groupWeights[n] = catalogue.Weights[movies[group][n]];
            }

            weights[group] = groupWeights.Sum();
            tables[group] = new AliasTable(groupWeights.Length);
            tables[group].Fill(groupWeights);
        }
    }

    /// <summary>By group: all its movies together.</summary>
    public ReadOnlySpan<double> Weights => weights;

    public int Draw(int group, ulong bits) => movies[group][tables[group].Draw(bits)];
}
