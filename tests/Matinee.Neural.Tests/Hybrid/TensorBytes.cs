using Matinee.Core.Artifacts;
using Matinee.Core.Models.Hybrid;

namespace Matinee.Neural.Tests.Hybrid;

/// <summary>A network as a bundle keeps it: equal bytes are equal networks.</summary>
internal static class TensorBytes
{
    public static byte[] Of(HybridModel model)
    {
        using var folder = new TemporaryFolder();
        var writer = new ComponentWriter();
        model.Save(writer);
        writer.Write(folder.Path);
        return File.ReadAllBytes(Path.Combine(folder.Path, ComponentWriter.TensorsFile));
    }
}
