using Matinee.Data.Synthetic;

namespace Matinee.Data.Tests.Synthetic;

public class TagVocabularyTests
{
    [Fact]
    public void Name_ManyTags_AllDiffer() =>
        Assert.Equal(300_000, Enumerable.Range(0, 300_000).Select(TagVocabulary.Name).Distinct().Count());

    [Fact]
    public void Name_AnyTag_IsAWordOrTwo() =>
        Assert.All(
            Enumerable.Range(0, 5_000),
            tag => Assert.Matches("^([a-z]{2}){2}( ([a-z]{2})+)?$", TagVocabulary.Name(tag))
        );
}
