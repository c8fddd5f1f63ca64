using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Arithmetic in decimals. What does not fit a decimal is an error that <c>catch</c> can catch.</summary>
internal static class Arithmetic
{
    public static readonly Fault ByZero = Fault.Error("DivisionByZero", "A number was divided by zero.");

    public static readonly Function Add = new(
        "+", FunctionGroup.Arithmetic,
        "The sum of numbers, or texts put together.",
        """["+", [".", "Session", "Total"], 5]""",
        new Overload("(first: number, more: number...) -> number", Fold<Plus>),
        new Overload("(first: string, more: string...) -> string", call => TextParts.Concatenation(call.From(0))));

    public static readonly Function Subtract = new(
        "-", FunctionGroup.Arithmetic,
        "The first number less all others.",
        """["-", [".", "Session", "Total"], 5]""",
        new Overload("(first: number, more: number...) -> number", Fold<Minus>));

    public static readonly Function Multiply = new(
        "*", FunctionGroup.Arithmetic,
        "The product of numbers.",
        """["*", [".", "Session", "Total"], 0.1]""",
        new Overload("(first: number, more: number...) -> number", Fold<Times>));

    public static readonly Function Divide = new(
        "/", FunctionGroup.Arithmetic,
        "The first number divided by all others in turn; dividing by zero is an error.",
        """["/", 10, 100]""",
        new Overload("(first: number, more: number...) -> number", Fold<Over>));

    public static readonly Function Modulo = new(
        "mod", FunctionGroup.Arithmetic,
        "What is left when the first number is divided by the others in turn.",
        """["mod", ["count", [".", "Session", "CartItems"]], 3]""",
        new Overload("(first: number, more: number...) -> number", Fold<Remainder>));

    /// <summary>Arithmetic that may overflow; the work of an overflow counts as a thousand steps.</summary>
    public static decimal Checked<TOperator>(Scope scope, decimal a, decimal b)
        where TOperator : struct, IOperator
    {
        try
        {
            return TOperator.Apply(scope, a, b);
        }
        catch (OverflowException)
        {
            scope.Step(1000);
            return scope.Fail(Faults.TooLarge, 0m);
        }
    }

    private static Expression<decimal> Fold<TOperator>(Call call)
        where TOperator : struct, IOperator
    {
        var arguments = call.From(0);
        var operands = Array.ConvertAll(arguments, operand => operand.As<decimal>());
        if (operands is [var left, var right])
        {
            if (arguments[1].Constant is not { Kind: ValueKind.Number } literal)
                return Expression.Number(scope => Checked<TOperator>(scope, left(scope), right(scope)));
            var constant = literal.Number;
            return Expression.Number(scope => Checked<TOperator>(scope, left(scope), constant));
        }

        return Expression.Number(scope =>
        {
            var result = operands[0](scope);
            for (var i = 1; i < operands.Length; i++)
                result = Checked<TOperator>(scope, result, operands[i](scope));
            return result;
        });
    }
}
