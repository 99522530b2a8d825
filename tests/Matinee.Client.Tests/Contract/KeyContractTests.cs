using System.Reflection;
using Matinee.Client.Tests.Keys;

namespace Matinee.Client.Tests.Contract;

/// <summary>Every method without a key, on a server that asks for keys.</summary>
public sealed class KeyContractTests(KeyedServer keyed) : IClassFixture<KeyedServer>
{
    [Fact]
    public async Task EveryMethod_NoKey_IsRefusedWhereTheDocumentSaysSo()
    {
        var client = new MatineeClient(keyed.Server.Client);
        ApiDocument document = await ApiDocument.OfAsync(keyed.Server);
        var refused = new List<string>();

        foreach (MethodInfo method in typeof(MatineeClient).GetMethods())
        {
            if (method.GetCustomAttribute<OperationAttribute>() is { } operation && await IsRefused(client, method))
            {
                refused.Add(operation.Id);
            }
        }

        string[] documented =
        [
            .. document.Operations.Where(operation => operation.NeedsKey).Select(operation => operation.Id).Order(),
        ];
        Assert.True(documented.Length > 25, $"{documented.Length}");
        Assert.Equal(documented, refused.Order());
    }

    private static async Task<bool> IsRefused(MatineeClient client, MethodInfo method)
    {
        try
        {
            await (Task)method.Invoke(client, SampleValues.For(method))!;
            return false;
        }
        catch (MatineeApiException exception) when (exception.Type == ProblemTypes.Unauthorized)
        {
            return true;
        }
    }
}
