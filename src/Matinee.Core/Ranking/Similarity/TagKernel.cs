using Matinee.Core.Catalog;

namespace Matinee.Core.Ranking.Similarity;

/// <summary>
/// Cosine of TF-IDF tag vectors: a tag weighs (1 + ln applications) · ln(1 + tagged movies / movies with the tag), so
/// that what few movies share counts most (Salton and Buckley 1988).
/// </summary>
public sealed class TagKernel : IItemKernel
{
    // A movie's lighter tags move its cosines little, and some movies have thousands.
    private const int MostTags = 32;

    private readonly int[] starts;
    private readonly int[] tags;
    private readonly float[] weights;

    // One bit per tag, hashed: two movies without a common bit have no common tag.
    private readonly ulong[] signatures;

    public TagKernel(MovieCatalog catalog)
    {
        var movieCounts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        int tagged = 0;
        foreach (Movie movie in catalog.Movies)
        {
            tagged += movie.Tags.Count > 0 ? 1 : 0;
            foreach (MovieTag tag in movie.Tags)
            {
                movieCounts[tag.Text] = movieCounts.GetValueOrDefault(tag.Text) + 1;
            }
        }

        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        starts = new int[catalog.Count + 1];
        signatures = new ulong[catalog.Count];
        var allTags = new List<int>();
        var allWeights = new List<float>();
        for (int item = 0; item < catalog.Count; item++)
        {
            (int Tag, double Weight)[] heaviest =
            [
                .. catalog
                    .Movies[item]
                    .Tags.Select(tag => (Number(tag.Text), Weight(tag, movieCounts[tag.Text])))
                    .OrderByDescending(tag => tag.Item2)
                    .ThenBy(tag => tag.Item1)
                    .Take(MostTags)
                    .OrderBy(tag => tag.Item1),
            ];
            double norm = Math.Sqrt(heaviest.Sum(tag => tag.Weight * tag.Weight));
            foreach ((int tag, double weight) in heaviest)
            {
                allTags.Add(tag);
                allWeights.Add((float)(weight / norm));
                signatures[item] |= 1UL << (tag % 64);
            }

            starts[item + 1] = allTags.Count;
        }

        tags = [.. allTags];
        weights = [.. allWeights];

        int Number(string text)
        {
            numbers.TryAdd(text, numbers.Count);
            return numbers[text];
        }

        double Weight(MovieTag tag, int movies) =>
            (1 + Math.Log(Math.Max(1, tag.Applications))) * Math.Log(1 + ((double)tagged / movies));
    }

    public bool Knows(int item) => starts[item + 1] > starts[item];

    public void Add(int item, ReadOnlySpan<int> others, float weight, Span<float> sums)
    {
        ulong own = signatures[item];
        if (own == 0)
        {
            return;
        }

        for (int n = 0; n < others.Length; n++)
        {
            if ((own & signatures[others[n]]) != 0)
            {
                sums[n] += weight * Dot(item, others[n]);
            }
        }
    }

    private float Dot(int left, int right)
    {
        float sum = 0;
        int l = starts[left];
        int r = starts[right];
        while (l < starts[left + 1] && r < starts[right + 1])
        {
            int difference = tags[l] - tags[r];
            sum += difference == 0 ? weights[l] * weights[r] : 0;
            l += difference <= 0 ? 1 : 0;
            r += difference >= 0 ? 1 : 0;
        }

        return sum;
    }
}
