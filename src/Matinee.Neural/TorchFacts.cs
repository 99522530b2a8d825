namespace Matinee.Neural;

/// <summary>What the native library under networks says of itself.</summary>
/// <param name="Version">libtorch's, such as <c>2.10.0</c>.</param>
/// <param name="Gpus">How many NVIDIA GPUs this build can use.</param>
public sealed record TorchFacts(string Version, int Gpus);
