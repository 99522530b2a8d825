using System.Text;
using Matinee.Core.Numerics;
using Matinee.Data.Simulation;

namespace Matinee.Data.Synthetic;

/// <summary>
/// Made-up tags whose use follows Zipf's law. Each movie has a few that are typical of it, some of them shared by its
/// taste group, so that tags tell something about movies.
/// </summary>
internal sealed class TagVocabulary(SyntheticOptions options)
{
    // ml-32m has 2 000 072 applications of 153 950 different tags, ml-latest-small 3683 of 1589: about this power.
    private const double VocabularyPower = 0.83;
    private const int Smallest = 20;
    private const double TypicalShare = 0.6;
    private const int TypicalTags = 8;
    private const int TypicalOfTheGroup = 3;
    private const string Consonants = "bdfgjklmnprstvz";
    private const string Vowels = "aeio";
    private const int Syllables = 60;

    private readonly double logSize = PortableMath.Log(
        Math.Max(Smallest, PortableMath.Exp(VocabularyPower * PortableMath.Log(Math.Max(1, options.TagApplications))))
    );

    /// <summary>Draws a tag for a movie; 0 is the most frequent overall.</summary>
    public int Draw(int movie, int firstGroup, Draws draws)
    {
        if (!draws.Chance(TypicalShare))
        {
            return Rank(draws.Uniform());
        }

        int typical = draws.Below(TypicalTags);
        int owner = typical < TypicalOfTheGroup ? -1 - firstGroup : movie;
        var random = new CounterRandom(options.Seed, ((long)DrawPurpose.Vocabulary << 32) | (uint)owner);
        return Rank(random.Uniform(typical));
    }

    /// <summary>A pronounceable word or two, different for every tag.</summary>
    public static string Name(int tag)
    {
        var syllables = new List<string>();
        // From one full "digit" on, so that every tag has at least two syllables.
        for (int rest = tag + Syllables; rest > 0; rest /= Syllables)
        {
            int digit = rest % Syllables;
            syllables.Add($"{Consonants[digit / Vowels.Length]}{Vowels[digit % Vowels.Length]}");
        }

        var name = new StringBuilder();
        for (int n = 0; n < syllables.Count; n++)
        {
            name.Append(n == 2 ? " " : "").Append(syllables[n]);
        }

        return name.ToString();
    }

    // Zipf's law with exponent 1: ranks are uniform on a logarithmic scale.
    private int Rank(double uniform) => (int)PortableMath.Exp(uniform * logSize) - 1;
}
