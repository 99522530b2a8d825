using Microsoft.AspNetCore.Http.Metadata;

namespace Matinee.Api.Http;

/// <summary>How large an endpoint's body may be, in place of what holds for all.</summary>
internal sealed record BodyLimit(long Bytes) : IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => Bytes;
}
