using System.Text;
using Matinee.Core.Artifacts;

namespace Matinee.Core.Tests.Artifacts;

public class ByteTableTests
{
    [Fact]
    public void Find_ManyKeysOfEveryLength_MatchesADictionary()
    {
        var table = new ByteTable<string>();
        var twin = new Dictionary<string, string>(StringComparer.Ordinal);
        var random = new Random(5);
        for (int n = 0; n < 20_000; n++)
        {
            // Of few letters, so that many come again and many differ by little.
            string key = new([.. Enumerable.Range(0, random.Next(12)).Select(_ => (char)('a' + random.Next(3)))]);
            byte[] bytes = Encoding.UTF8.GetBytes(key);

            Assert.Same(twin.GetValueOrDefault(key), table.Find(bytes));
            if (twin.TryAdd(key, key))
            {
                table.Add(bytes, key);
            }
        }

        Assert.True(twin.Count > 2_000);
    }
}
