using Matinee.Api.Serving;

namespace Matinee.Api.Swapping;

/// <param name="Model">What answers now.</param>
/// <param name="Before">The id of what answered before; the same where nothing had to change.</param>
internal sealed record SwapResult(ServedModel Model, string Before)
{
    public bool IsOther => Model.ModelId != Before;
}
