using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Rounding.</summary>
internal static class Rounding
{
    public static readonly Function Floor = new(
        "floor", FunctionGroup.Arithmetic,
        "The largest whole number that is not larger.",
        """["floor", ["/", [".", "Session", "Total"], 10]]""",
        new Overload("(number: number) -> number", call =>
        {
            var number = call.Number(0);
            return Expression.Number(scope => decimal.Floor(number(scope)));
        }));

    public static readonly Function Ceiling = new(
        "ceil", FunctionGroup.Arithmetic,
        "The smallest whole number that is not smaller.",
        """["ceil", ["/", [".", "Session", "Total"], 10]]""",
        new Overload("(number: number) -> number", call =>
        {
            var number = call.Number(0);
            return Expression.Number(scope => decimal.Ceiling(number(scope)));
        }));

    public static readonly Function Round = new(
        "round", FunctionGroup.Arithmetic,
        "The number rounded to that many digits after the point, half away from zero; 0 digits when none are given, 28 at most.",
        """["round", ["*", [".", "Session", "Total"], 0.07], 2]""",
        new Overload("(number: number, digits?: number) -> number", call =>
        {
            var number = call.Number(0);
            var digits = call.Has(1) ? call.Number(1) : _ => 0;
            return Expression.Number(scope => Math.Round(number(scope), (int)Math.Clamp(digits(scope), 0, 28), MidpointRounding.AwayFromZero));
        }));
}
