namespace Matinee.Core.Interactions.Splits;

/// <summary>Shares of all ratings that go to the test and validation parts; training gets the rest.</summary>
/// <param name="Test">0 to below 1.</param>
/// <param name="Validation">0 to below 1; with <paramref name="Test"/> below 1.</param>
public readonly record struct SplitFractions(double Test, double Validation)
{
    /// <exception cref="MatineeException">The fractions leave nothing to train on or are no fractions.</exception>
    public SplitFractions Validate()
    {
        Check("test", Test);
        Check("validation", Validation);
        if (Test + Validation >= 1)
        {
            throw new MatineeException(
                $"The test fraction {Test} and the validation fraction {Validation} leave nothing to train on. "
                    + "Choose two that sum to less than 1."
            );
        }

        return this;
    }

    /// <summary><paramref name="fraction"/> of <paramref name="count"/>, halves to the even number, as Python's <c>round</c>.</summary>
    internal static int CountOf(double fraction, int count) =>
        (int)Math.Round(fraction * count, MidpointRounding.ToEven);

    /// <summary>
    /// How many of one group go to test and validation when one rating must stay: validation gives way first.
    /// </summary>
    internal (int Test, int Validation) CountsKeepingOne(int count)
    {
        int test = Math.Min(CountOf(Test, count), count - 1);
        int validation = Math.Min(CountOf(Validation, count), count - 1 - test);
        return (test, validation);
    }

    private static void Check(string name, double fraction)
    {
        if (!(fraction is >= 0 and < 1))
        {
            throw new MatineeException(
                $"The {name} fraction {fraction} is not a fraction. Give a number from 0 to below 1, such as 0.2."
            );
        }
    }
}
