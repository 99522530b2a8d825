using System.Diagnostics;
using CsCheck;
using Matinee.Api.Search;
using Matinee.Api.Search.Listing;
using Matinee.Core;
using Matinee.Core.Catalog;

namespace Matinee.Api.Tests.Search;

/// <summary>Whatever is typed, there is an answer, soon, and the same again.</summary>
public class SearchProperties
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    private static readonly string[] Pieces =
    [
        .. "the teh star wars 1995 99999 s ä – ' \" * OR () !! \0 film about".Split(' '),
        "a\u0301",
        "\ud83d\ude00",
    ];

    private static readonly Gen<string> Words = Gen.Int[0, Pieces.Length - 1]
        .Array[0, 20]
        .Select(words => string.Join(' ', words.Select(word => Pieces[word])));

    // Any sixteen bits: control characters, halves of pairs, private and unassigned ones.
    private static readonly Gen<string> Anything = Gen.Char['\0', '\uffff']
        .Array[0, 200]
        .Select(letters => new string(letters));

    private static readonly Gen<string> Long = Gen.Select(Gen.Char['\0', '\u0300'], Gen.Int[1000, 10_000], Words)
        .Select((letter, count, words) => words + new string(letter, count) + words);

    private static readonly Gen<string> Queries = Gen.OneOf(Words, Anything, Long, Gen.String);

    [Fact]
    public void List_AnyQuery_AnswersSoonAndAlike() =>
        Queries.Sample(
            query =>
            {
                long start = Stopwatch.GetTimestamp();
                MovieListing first = Films.Demo.List(new() { Query = query });
                Assert.True(Stopwatch.GetElapsedTime(start) < Soon);
                MovieListing second = Films.Demo.List(new() { Query = query });
                Assert.Equal(first.Items, second.Items);
                Assert.Equal((first.Total, first.Next), (second.Total, second.Next));
                Assert.True(first.Items.Count <= 20 && first.Items.Count <= first.Total);
            },
            iter: 2000
        );

    [Fact]
    public void Search_AnyQuery_AnswersSoonAndAlike()
    {
        var search = new MovieSearch(null);
        Queries.Sample(
            query =>
            {
                if (string.IsNullOrWhiteSpace(query))
                {
                    Assert.Throws<MatineeException>(() => search.Search(Films.Demo, new() { Query = query }));
                    return;
                }

                long start = Stopwatch.GetTimestamp();
                SearchAnswer first = search.Search(Films.Demo, new() { Query = query });
                Assert.True(Stopwatch.GetElapsedTime(start) < Soon);
                Assert.Equal(first.Hits, search.Search(Films.Demo, new() { Query = query }).Hits);
                Assert.All(first.Hits, hit => Assert.True(double.IsFinite(hit.Score)));
                Assert.Equal(first.Hits.Count, first.Hits.DistinctBy(hit => hit.Item).Count());
            },
            iter: 1000
        );
    }

    [Fact]
    public void List_AnyCursorOrGenre_AnswersOrSaysWhatIsWrong() =>
        Gen.Select(Queries, Queries)
            .Sample(
                (cursor, genre) =>
                {
                    Assert.Throws<MatineeException>(() => Films.Demo.List(new() { Cursor = cursor }));
                    var error = Assert.Throws<MatineeException>(() => Films.Demo.List(new() { Genres = [genre] }));
                    Assert.True(error.Message.Length < 1000);
                    Assert.False(MovieReference.TryParse("x" + cursor, out _));
                },
                iter: 500
            );

    [Fact]
    public void List_ManyThreads_AnswerAsOne()
    {
        string[] queries = ["star", "the", "teh matrx", "1995", "s", "godfahter", "lord rings king"];
        var search = new MovieSearch(null);
        string[][] alone = [.. queries.Select(query => Films.Demo.Found(query))];
        SearchHit[][] hits = [.. queries.Select(Hits)];

        Parallel.For(
            0,
            2000,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            n =>
            {
                Assert.Equal(alone[n % queries.Length], Films.Demo.Found(queries[n % queries.Length]));
                Assert.Equal(hits[n % queries.Length], Hits(queries[n % queries.Length]));
            }
        );

        SearchHit[] Hits(string query) => [.. search.Search(Films.Demo, new() { Query = query }).Hits];
    }
}
