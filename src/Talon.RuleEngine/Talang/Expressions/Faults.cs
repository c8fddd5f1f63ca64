namespace Talon.RuleEngine.Talang;

/// <summary>Faults of exceptions.</summary>
internal static class Faults
{
    /// <summary>A number is too large to go on with.</summary>
    public static readonly Fault TooLarge = Fault.Error("NumberTooLarge", "A number became too large.");

    /// <summary>What an exception means for the rule that raised it.</summary>
    public static Fault Of(Exception exception) => exception switch
    {
        StepBudgetException => Fault.Error("TooManySteps", exception.Message),
        OverflowException => TooLarge,
        _ => Fault.Error("Error", "The rule cannot be evaluated: " + exception.Message),
    };
}
