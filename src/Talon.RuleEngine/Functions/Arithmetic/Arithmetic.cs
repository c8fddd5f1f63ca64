using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Arithmetic in decimals. What does not fit a decimal is an error that <c>catch</c> can catch.</summary>
internal static class Arithmetic
{
    private static readonly Fault TooLarge = Fault.Error("NumberTooLarge", "A number became too large.");
    private static readonly Fault ByZero = Fault.Error("DivisionByZero", "A number was divided by zero.");

    public static readonly Function Add = new(
        "+", FunctionGroup.Arithmetic,
        "The sum of numbers, or texts put together.",
        """["+", [".", "Session", "Total"], 5]""",
        new Overload("(first: number, more: number...) -> number", call => Fold(call, static (_, a, b) => a + b)),
        new Overload("(first: string, more: string...) -> string", call => TextParts.Concatenation(call.From(0))));

    public static readonly Function Subtract = new(
        "-", FunctionGroup.Arithmetic,
        "The first number less all others.",
        """["-", [".", "Session", "Total"], 5]""",
        new Overload("(first: number, more: number...) -> number", call => Fold(call, static (_, a, b) => a - b)));

    public static readonly Function Multiply = new(
        "*", FunctionGroup.Arithmetic,
        "The product of numbers.",
        """["*", [".", "Session", "Total"], 0.1]""",
        new Overload("(first: number, more: number...) -> number", call => Fold(call, static (_, a, b) => a * b)));

    public static readonly Function Divide = new(
        "/", FunctionGroup.Arithmetic,
        "The first number divided by all others in turn; dividing by zero is an error.",
        """["/", 10, 100]""",
        new Overload("(first: number, more: number...) -> number", call => Fold(call, static (scope, a, b) => b == 0 ? scope.Fail(ByZero, 0m) : a / b)));

    public static readonly Function Modulo = new(
        "mod", FunctionGroup.Arithmetic,
        "What is left when the first number is divided by the others in turn.",
        """["mod", ["count", [".", "Session", "CartItems"]], 3]""",
        new Overload("(first: number, more: number...) -> number", call => Fold(call, static (scope, a, b) => b == 0 ? scope.Fail(ByZero, 0m) : a % b)));

    /// <summary>Runs arithmetic that may overflow; the work of an overflow counts as a thousand steps.</summary>
    public static decimal Checked(Scope scope, decimal a, decimal b, Func<Scope, decimal, decimal, decimal> operation)
    {
        try
        {
            return operation(scope, a, b);
        }
        catch (OverflowException)
        {
            scope.Step(1000);
            return scope.Fail(TooLarge, 0m);
        }
    }

    private static Expression<decimal> Fold(Call call, Func<Scope, decimal, decimal, decimal> operation)
    {
        var operands = call.From(0).Select(operand => operand.As<decimal>()).ToArray();
        if (operands is [var left, var right])
            return Expression.Number(scope => Checked(scope, left(scope), right(scope), operation));
        return Expression.Number(scope =>
        {
            var result = operands[0](scope);
            for (var i = 1; i < operands.Length; i++)
                result = Checked(scope, result, operands[i](scope), operation);
            return result;
        });
    }
}
