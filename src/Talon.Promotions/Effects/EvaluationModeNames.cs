using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>The API's names of evaluation modes.</summary>
public static class EvaluationModeNames
{
    /// <summary>The name in the API.</summary>
    public static string ApiName(this EvaluationMode mode) => mode switch
    {
        EvaluationMode.Stackable => "stackable",
        EvaluationMode.ListOrder => "listOrder",
        EvaluationMode.LowestDiscount => "lowestDiscount",
        EvaluationMode.HighestDiscount => "highestDiscount",
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    /// <summary>The mode of that name; throws <see cref="ArgumentException"/> for another name.</summary>
    public static EvaluationMode Parse(string name) => name switch
    {
        "stackable" => EvaluationMode.Stackable,
        "listOrder" => EvaluationMode.ListOrder,
        "lowestDiscount" => EvaluationMode.LowestDiscount,
        "highestDiscount" => EvaluationMode.HighestDiscount,
        _ => throw new ArgumentException($"No evaluation mode is called {name}.", nameof(name)),
    };
}
