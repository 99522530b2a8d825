using Matinee.Api.Search;
using Matinee.Api.Serving;
using Matinee.Core.Texts;

namespace Matinee.Api.Language.Asking;

/// <summary>Words that people use for genres; the catalogue's own names come first.</summary>
internal static class GenreWords
{
    private static readonly (string Genre, string Words)[] Known =
    [
        (
            "Comedy",
            "comedies|funny|hilarious|humor|humour|humorous|laugh|laughs|lighthearted|light hearted|romcom|rom com|romcoms"
        ),
        ("Horror", "scary|frightening|creepy|spooky|slasher|slashers|horrors"),
        ("Romance", "romantic|romances|love story|love stories|romcom|rom com|romcoms"),
        ("Sci-Fi", "scifi|sci fi|science fiction"),
        ("Thriller", "thrillers|thrilling|suspense|suspenseful"),
        ("Animation", "animated|cartoon|cartoons|anime|animations"),
        ("Children", "childrens|kids|for kids|family|family friendly"),
        ("Drama", "dramas|dramatic"),
        ("Documentary", "documentaries|docs"),
        ("Crime", "gangster|gangsters|heist|mafia|crimes"),
        ("Mystery", "mysteries|whodunit|whodunits|detective"),
        ("Film-Noir", "noir|film noir|noirs"),
        ("Musical", "musicals"),
        ("War", "wars|war movies"),
        ("Western", "westerns|cowboy|cowboys"),
        ("Fantasy", "fantasies|magical"),
        ("Adventure", "adventures|adventurous"),
        ("Action", "action packed"),
    ];

    /// <summary>The longest phrase has so many words.</summary>
    public const int MostWords = 3;

    private static readonly Dictionary<string, string[]> ByPhrase = Known
        .SelectMany(known => known.Words.Split('|').Select(word => (Word: word, known.Genre)))
        .GroupBy(pair => pair.Word)
        .ToDictionary(pairs => pairs.Key, pairs => pairs.Select(pair => pair.Genre).ToArray());

    /// <param name="phrase">One to three folded words with single spaces.</param>
    /// <returns>Genres of the catalogue, as they are written there; empty where it means none.</returns>
    public static IReadOnlyList<string> Of(string phrase, ServedModel model)
    {
        string[] named =
        [
            .. model.Genres.Where(genre =>
            {
                string folded = Folded(genre);
                return folded == phrase || folded + "s" == phrase;
            }),
        ];
        return named.Length > 0
            ? named
            :
            [
                .. ByPhrase
                    .GetValueOrDefault(phrase, [])
                    .SelectMany(wanted =>
                        model.Genres.Where(genre => string.Equals(genre, wanted, StringComparison.OrdinalIgnoreCase))
                    ),
            ];
    }

    /// <summary>Words with single spaces: <c>sci fi</c>.</summary>
    public static string Folded(string text)
    {
        var words = new List<string>();
        var splitter = new WordSplitter(FoldedText.Fold(text));
        while (splitter.MoveNext())
        {
            words.Add(new string(splitter.Current));
        }

        return string.Join(' ', words);
    }
}
