namespace Matinee.Imports.Matching.Titles;

/// <summary>
/// Which movies have a title, whole or in pieces. Titles are kept as 64-bit hashes, 16 bytes each: about 4 MB for 88 000 movies.
/// </summary>
internal sealed class TitleTable
{
    private readonly ulong[] hashes;
    private readonly Entry[] entries;

    /// <param name="movies">By item.</param>
    public TitleTable(IReadOnlyList<TitleNames> movies)
    {
        var hashes = new List<ulong>(2 * movies.Count);
        var entries = new List<Entry>(2 * movies.Count);
        for (int item = 0; item < movies.Count; item++)
        {
            foreach (TitleName name in movies[item].Names)
            {
                Add(name.Exact, item, TitleFit.Exact);
                if (name.Loose != name.Exact)
                {
                    Add(name.Loose, item, TitleFit.Loose);
                }

                if (name.Number is { } number)
                {
                    Add(number, item, TitleFit.Similar);
                }

                foreach (string piece in TitlePieces.Of(name, TitlePieces.ShortestOfCatalogue))
                {
                    Add(piece, item, TitleFit.Piece);
                }
            }
        }

        this.hashes = [.. hashes];
        this.entries = [.. entries];
        Array.Sort(this.hashes, this.entries);

        void Add(string letters, int item, TitleFit kind)
        {
            hashes.Add(Hash(letters));
            entries.Add(new Entry(item, kind));
        }
    }

    /// <summary>
    /// Calls back for each movie that has one of the film's titles, or a piece of it, or of whose title the film has a piece, or where the two are one number
    /// in letters and digits; perhaps repeatedly.
    /// </summary>
    public void Find(IEnumerable<TitleName> names, Action<int, TitleFit> found)
    {
        foreach (TitleName name in names)
        {
            Find(name.Exact, TitleFit.Exact, found);
            if (name.Loose != name.Exact)
            {
                Find(name.Loose, TitleFit.Loose, found);
            }

            if (name.Number is { } number)
            {
                Find(number, TitleFit.Similar, found);
            }

            foreach (string piece in TitlePieces.Of(name))
            {
                Find(piece, TitleFit.Piece, found);
            }
        }
    }

    private void Find(string letters, TitleFit atBest, Action<int, TitleFit> found)
    {
        ulong hash = Hash(letters);
        for (int n = First(hash); n < hashes.Length && hashes[n] == hash; n++)
        {
            // Two pieces alike say nothing: half of all series begin alike.
            if (!(atBest == TitleFit.Piece && entries[n].Kind == TitleFit.Piece))
            {
                found(entries[n].Item, atBest > entries[n].Kind ? atBest : entries[n].Kind);
            }
        }
    }

    private int First(ulong hash)
    {
        int low = 0;
        int high = hashes.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (hashes[middle] < hash)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    // FNV-1a: Fowler, Noll and Vo.
    private static ulong Hash(string letters)
    {
        ulong hash = 14_695_981_039_346_656_037;
        foreach (char letter in letters)
        {
            hash = (hash ^ letter) * 1_099_511_628_211;
        }

        return hash;
    }

    private readonly record struct Entry(int Item, TitleFit Kind);
}
