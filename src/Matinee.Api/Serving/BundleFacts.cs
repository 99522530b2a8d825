using Matinee.Api.Contracts;
using Matinee.Api.Search;
using Matinee.Api.Search.Semantic;
using Matinee.Core.Artifacts;

namespace Matinee.Api.Serving;

/// <summary>What goes with a bundle for as long as it is served, whatever movies are added.</summary>
/// <param name="evaluation">How good it is; null where no one knows.</param>
/// <param name="since">When it began to answer.</param>
internal sealed class BundleFacts(ModelBundle bundle, EvaluationAnswer? evaluation, DateTimeOffset since)
{
    private readonly Lazy<IReadOnlyList<int>> exampleUsers = new(() => Serving.ExampleUsers.Of(bundle));

    public EvaluationAnswer? Evaluation => evaluation;
    public DateTimeOffset Since => since;

    /// <summary>A few users of the training data whose tastes differ.</summary>
    public IReadOnlyList<int> ExampleUsers => exampleUsers.Value;

    /// <summary>What reads its movies for their meaning; null: nothing does.</summary>
    public SemanticIndex? Semantic { get; private set; }

    public MovieSearch Search { get; private set; } = new(null);

    public void SearchByMeaning(SemanticIndex index)
    {
        Semantic = index;
        Search = new MovieSearch(index);
    }
}
