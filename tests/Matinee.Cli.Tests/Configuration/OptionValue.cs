using System.Globalization;
using Matinee.Core.Models;

namespace Matinee.Cli.Tests.Configuration;

/// <summary>An option's value as a configuration file and a guide spell it.</summary>
internal static class OptionValue
{
    public static string Text(object value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            Enum choice => OptionRules.ConfigName(choice.ToString()),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
