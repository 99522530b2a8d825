using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Models.Selection;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Artifacts;

public class BundleCheckTests
{
    [Fact]
    public void Run_TrainedBundle_Passes() => BundleCheck.Run(Bundle());

    [Fact]
    public void Run_NoMovies_Fails()
    {
        ModelBundle bundle = Bundle() with { Catalog = new MovieCatalog([], 0) };

        Assert.Contains(
            "no movies",
            Assert.Throws<MatineeException>(() => BundleCheck.Run(bundle)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Run_ScoreThatIsNoNumber_Fails()
    {
        ModelBundle bundle = Bundle();

        var exception = Assert.Throws<MatineeException>(() =>
            BundleCheck.Run(bundle with { Model = new BrokenRanker(bundle.Catalog.RankedCount) })
        );

        Assert.Contains("not all numbers", exception.Message, StringComparison.Ordinal);
    }

    private static ModelBundle Bundle() => TinyBundle.Of(PopularityModel.ModelKind, FitOn.All);

    private sealed class BrokenRanker(int items) : IRanker
    {
        public string Kind => "broken";
        public int ItemCount => items;

        public void Score(UserHistory history, Span<float> scores)
        {
            scores.Fill(1);
            scores[^1] = float.NaN;
        }

        public void Save(ComponentWriter writer) => throw new NotSupportedException();
    }
}
