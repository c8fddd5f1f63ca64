namespace Talon.RuleEngine.Talang;

/// <summary>Faults of exceptions.</summary>
internal static class Faults
{
    /// <summary>What an exception means for the rule that raised it.</summary>
    public static Fault Of(Exception exception) => exception switch
    {
        StepBudgetException => Fault.Error("TooManySteps", exception.Message),
        OverflowException => Fault.Error("NumberTooLarge", "A number became too large."),
        _ => Fault.Error("Error", "The rule cannot be evaluated: " + exception.Message),
    };
}
