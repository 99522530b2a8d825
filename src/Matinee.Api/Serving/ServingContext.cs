using Matinee.Api.Online;
using Matinee.Api.Store;

namespace Matinee.Api.Serving;

/// <summary>What endpoints answer from.</summary>
internal sealed record ServingContext(
    LiveModel Live,
    People People,
    IUserStore Store,
    OnlineLists Lists,
    TimeProvider Time
)
{
    public ServedModel Model => Live.Current;

    /// <summary>Seconds since 1970 UTC.</summary>
    public long Now => Time.GetUtcNow().ToUnixTimeSeconds();
}
