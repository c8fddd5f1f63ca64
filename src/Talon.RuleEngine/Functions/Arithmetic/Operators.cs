using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>An operation on two numbers; a type of its own, so that the compiler can put it in where it is used.</summary>
internal interface IOperator
{
    static abstract decimal Apply(Scope scope, decimal a, decimal b);
}

internal readonly struct Plus : IOperator
{
    public static decimal Apply(Scope scope, decimal a, decimal b) => a + b;
}

internal readonly struct Minus : IOperator
{
    public static decimal Apply(Scope scope, decimal a, decimal b) => a - b;
}

internal readonly struct Times : IOperator
{
    public static decimal Apply(Scope scope, decimal a, decimal b) => a * b;
}

internal readonly struct Over : IOperator
{
    public static decimal Apply(Scope scope, decimal a, decimal b) => b == 0 ? scope.Fail(Arithmetic.ByZero, 0m) : a / b;
}

internal readonly struct Remainder : IOperator
{
    public static decimal Apply(Scope scope, decimal a, decimal b) => b == 0 ? scope.Fail(Arithmetic.ByZero, 0m) : a % b;
}
