using Matinee.Core;

namespace Matinee.Neural.Tests.Hybrid.Scoring;

/// <summary>The devices of this machine, and how near to Core they come.</summary>
internal static class ScoringDevices
{
    public static IReadOnlyList<DeviceChoice> Here { get; } =
        HasCuda() ? [DeviceChoice.Cpu, DeviceChoice.Cuda] : [DeviceChoice.Cpu];

    // A GPU adds in another order, and its exp has other last bits.
    public static float Tolerance(DeviceChoice device) => device == DeviceChoice.Cpu ? 1e-4f : 1e-3f;

    public static TheoryData<T, DeviceChoice> Each<T>(IEnumerable<T> cases)
    {
        var data = new TheoryData<T, DeviceChoice>();
        foreach (T one in cases)
        {
            foreach (DeviceChoice device in Here)
            {
                data.Add(one, device);
            }
        }

        return data;
    }

    private static bool HasCuda()
    {
        try
        {
            TorchRuntime.Choose(DeviceChoice.Cuda);
            return true;
        }
        catch (MatineeException)
        {
            return false;
        }
    }
}
