using Matinee.Core.Artifacts;
using Matinee.Core.Models.FactorizationMachine;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

/// <summary>A model as a bundle keeps it: equal bytes are equal samples.</summary>
internal static class SampleBytes
{
    public static byte[] Of(FactorizationMachineModel model)
    {
        var writer = new ComponentWriter();
        model.Save(writer);
        using var stream = new MemoryStream();
        writer.Tensors.Write(stream);
        return stream.ToArray();
    }
}
