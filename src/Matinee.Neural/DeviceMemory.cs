using System.Runtime.InteropServices;
using Matinee.Core;

namespace Matinee.Neural;

/// <summary>Says in words that a device's memory is full.</summary>
internal static class DeviceMemory
{
    /// <summary>Runs work of libtorch; returns what it returns.</summary>
    /// <param name="what">What does not fit, for the message.</param>
    /// <param name="remedy">What to do about it, a sentence.</param>
    /// <exception cref="MatineeException">The work needs more memory than the device has.</exception>
    public static T Guard<T>(string what, string remedy, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ExternalException error) when (IsFull(error.Message))
        {
            // The first line says how much was asked for; a page of stack follows.
            string reason = error.Message.Split('\n')[0].Trim().TrimEnd('.');
            throw new MatineeException($"The device has not enough memory for {what} ({reason}). {remedy}", error);
        }
    }

    private static bool IsFull(string message) =>
        message.Contains("out of memory", StringComparison.OrdinalIgnoreCase)
        || message.Contains("can't allocate memory", StringComparison.OrdinalIgnoreCase);
}
