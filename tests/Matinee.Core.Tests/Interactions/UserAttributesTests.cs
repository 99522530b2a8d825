using Matinee.Core.Interactions;

namespace Matinee.Core.Tests.Interactions;

public class UserAttributesTests
{
    [Fact]
    public void KnownCount_OneFieldIsEnough_CountsTheUser()
    {
        var attributes = new UserAttributes(
            [24, null, null, null, null],
            [null, "F", null, null, null],
            [null, null, "artist", null, null],
            [null, null, null, "T8H1N", null]
        );

        Assert.Equal(4, attributes.KnownCount);
        Assert.Equal(5, attributes.Count);
    }

    [Fact]
    public void Constructor_ColumnsOfOtherLengths_Throws()
    {
        Assert.Throws<ArgumentException>(() => new UserAttributes([1], ["F"], ["artist"], []));
    }
}
