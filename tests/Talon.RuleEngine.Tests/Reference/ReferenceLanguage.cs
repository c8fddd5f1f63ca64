using System.Globalization;
using System.Text.Json;

namespace Talon.RuleEngine.Tests.Reference;

/// <summary>Interprets Talang straight from its JSON: one case for each function, values as objects, faults as exceptions.</summary>
internal sealed class ReferenceLanguage(EvaluationFacts facts, ReferenceCart cart)
{
    private static readonly IReadOnlyDictionary<string, object> NoNames = new Dictionary<string, object>();

    public bool CouponIsValid { get; set; }

    public object Evaluate(JsonElement expression) => Evaluate(expression, NoNames);

    public decimal Number(JsonElement expression, IReadOnlyDictionary<string, object>? names = null) => (decimal)Evaluate(expression, names ?? NoNames);

    public string Text(JsonElement expression) => (string)Evaluate(expression, NoNames);

    public List<object> List(JsonElement expression) => (List<object>)Evaluate(expression, NoNames);

    /// <summary>What a block gives for an element.</summary>
    public object Block(JsonElement block, object element, IReadOnlyDictionary<string, object>? names = null) =>
        Evaluate(block[1], new Dictionary<string, object>(names ?? NoNames) { [block[0][0].GetString()!] = element });

    public static string Show(object value) => value switch
    {
        decimal number => Shorten(number.ToString(CultureInfo.InvariantCulture)),
        bool flag => flag ? "true" : "false",
        List<object> list => string.Join(", ", list.Select(Show)),
        ReferenceUnit unit => unit.Line.Sku,
        _ => (string)value,
    };

    private static string Shorten(string number) => number.Contains('.') ? number.TrimEnd('0').TrimEnd('.') : number;

    private object Evaluate(JsonElement expression, IReadOnlyDictionary<string, object> names)
    {
        switch (expression.ValueKind)
        {
            case JsonValueKind.Number: return expression.GetDecimal();
            case JsonValueKind.String: return expression.GetString()!;
            case JsonValueKind.True: return true;
            case JsonValueKind.False: return false;
        }

        var function = expression[0].GetString()!;
        var arguments = expression.EnumerateArray().Skip(1).ToArray();
        object Value(int i) => Evaluate(arguments[i], names);
        decimal N(int i) => (decimal)Value(i);
        string T(int i) => (string)Value(i);
        List<object> L(int i) => (List<object>)Value(i);
        object Each(int i, object element) => Block(arguments[i], element, names);
        bool Holds(int i, object element) => Try(() => (bool)Each(i, element), out var holds) && holds;
        IEnumerable<decimal> Numbers() => arguments.Length == 1 ? L(0).Cast<decimal>() : L(0).Select(element => (decimal)Each(1, element));

        return function switch
        {
            "." => Read(arguments, names),
            "has" => Try(() => Read(arguments, names), out _),
            ".|" => Try(() => Value(1), out var read) ? read! : Value(0),
            "catch" => Catch(() => Value(1), () => Value(0)),
            "identity" => Value(0),
            "if" => (bool)Value(0) ? Value(1) : Value(2),
            "and" => arguments.All(argument => (bool)Evaluate(argument, names)),
            "or" => Or(arguments, names),
            "not" => !(bool)Value(0),
            "couponValid" => CouponIsValid,
            "=" => arguments.Skip(1).All(other => Same(Value(0), Evaluate(other, names))),
            "!=" => !arguments.Skip(1).All(other => Same(Value(0), Evaluate(other, names))),
            "<" => N(0) < N(1),
            "<=" => N(0) <= N(1),
            ">" => N(0) > N(1),
            ">=" => N(0) >= N(1),
            "between" => Between(N(1), N(2), N(0)),
            "+" => Fold(arguments, names, (a, b) => a + b),
            "-" => Fold(arguments, names, (a, b) => a - b),
            "*" => Fold(arguments, names, (a, b) => a * b),
            "/" => Fold(arguments, names, (a, b) => b == 0 ? throw ReferenceFault.Error("A number was divided by zero.") : a / b),
            "mod" => Fold(arguments, names, (a, b) => b == 0 ? throw ReferenceFault.Error("A number was divided by zero.") : a % b),
            "floor" => Math.Floor(N(0)),
            "ceil" => Math.Ceiling(N(0)),
            "round" => Math.Round(N(0), (int)N(1), MidpointRounding.AwayFromZero),
            "concat" => string.Concat(arguments.Select(argument => (string)Evaluate(argument, names))),
            "toString" => Show(Value(0)),
            "contains" => T(0).Contains(T(1), StringComparison.Ordinal),
            "startsWith" => T(0).StartsWith(T(1), StringComparison.Ordinal),
            "in" => In(Value(0), L(1)),
            "empty" => !Try(() => Value(0), out var found) || found is "" or List<object> { Count: 0 },
            "isEmpty" => L(0).Count == 0,
            "list" => arguments.Select(argument => Evaluate(argument, names)).ToList(),
            "count" => (decimal)L(0).Count,
            "sum" => Numbers().Aggregate(0m, (a, b) => Compute(() => a + b)),
            "min" => Best(Numbers(), (a, b) => a < b),
            "max" => Best(Numbers(), (a, b) => a > b),
            "filter" => L(0).Where(element => Holds(1, element)).ToList(),
            "exists" => L(0).Any(element => Holds(1, element)),
            "every" => L(0).All(element => Holds(1, element)),
            "map" => L(0).Select(element => Each(1, element)).ToList(),
            "reverse" => Enumerable.Reverse(L(0)).ToList(),
            "sort" => Sort(L(0), arguments, names),
            "select" => arguments[1].GetString() == "first" ? L(0).Take(Clamp(N(2))).ToList() : L(0).TakeLast(Clamp(N(2))).ToList(),
            "slice" => L(0).Take(Clamp(N(2))).Skip(Clamp(N(1))).ToList(),
            _ => throw new NotSupportedException(function),
        };
    }

    private object Read(JsonElement[] path, IReadOnlyDictionary<string, object> names)
    {
        var (root, name) = (path[0].GetString()!, path[^1].GetString()!);
        if (names.TryGetValue(root, out var element))
        {
            if (element is not ReferenceUnit { Line: var line } unit)
                return element;
            return name switch
            {
                "Price" => unit.Price,
                "Position" => (decimal)line.Position,
                "SubPosition" => (decimal)unit.SubPosition,
                "Sku" => line.Sku,
                _ => line.Category ?? throw ReferenceFault.Missing(),
            };
        }

        if (root == "Profile")
            return (decimal)(facts.Profile ?? throw ReferenceFault.Missing()).ClosedSessions;
        return name switch
        {
            "Total" => cart.Total,
            "CartItemTotal" => cart.ItemTotal,
            "CartItems" => cart.Units.ToList<object>(),
            _ => facts.Session!.Attributes.TryGetValue(name, out var value) ? (value.Kind == ValueKind.Number ? value.Number : value.String) : throw ReferenceFault.Missing(),
        };
    }

    /// <summary>Whether there is a value; false when something was missing.</summary>
    private static bool Try<T>(Func<T> evaluate, out T? value)
    {
        try
        {
            value = evaluate();
            return true;
        }
        catch (ReferenceFault fault) when (fault.What == ReferenceFault.Kind.Missing)
        {
            value = default;
            return false;
        }
    }

    private static object Catch(Func<object> evaluate, Func<object> fallback)
    {
        try
        {
            return evaluate();
        }
        catch (ReferenceFault fault) when (fault.What != ReferenceFault.Kind.Refused)
        {
            return fallback();
        }
    }

    private bool Or(JsonElement[] operands, IReadOnlyDictionary<string, object> names)
    {
        var missing = false;
        foreach (var operand in operands)
        {
            if (!Try(() => (bool)Evaluate(operand, names), out var holds))
                missing = true;
            else if (holds)
                return true;
        }

        return missing ? throw ReferenceFault.Missing() : false;
    }

    private static bool Same(object a, object b) => a is decimal x && b is decimal y ? x == y : Show(a) == Show(b);

    private static bool In(object value, List<object> list) => list.Any(element => Same(element, value));

    private static bool Between(decimal low, decimal high, decimal value) => value > low && value < high;

    private decimal Fold(JsonElement[] operands, IReadOnlyDictionary<string, object> names, Func<decimal, decimal, decimal> operation)
    {
        var result = (decimal)Evaluate(operands[0], names);
        foreach (var operand in operands.Skip(1))
        {
            var next = (decimal)Evaluate(operand, names);
            result = Compute(() => operation(result, next));
        }

        return result;
    }

    private static decimal Compute(Func<decimal> operation)
    {
        try
        {
            return operation();
        }
        catch (OverflowException)
        {
            throw ReferenceFault.Error("A number became too large.");
        }
    }

    private static decimal Best(IEnumerable<decimal> numbers, Func<decimal, decimal, bool> better)
    {
        var all = numbers.ToList();
        return all.Count == 0 ? throw ReferenceFault.Missing() : all.Aggregate((best, number) => better(number, best) ? number : best);
    }

    private List<object> Sort(List<object> list, JsonElement[] arguments, IReadOnlyDictionary<string, object> names)
    {
        var keyed = list.Select(element => (element, key: Block(arguments[1], element, names))).ToList();
        var comparer = Comparer<object>.Create((a, b) => a is decimal x ? x.CompareTo((decimal)b) : string.CompareOrdinal((string)a, (string)b));
        var sorted = arguments[2].GetString() == "desc" ? keyed.OrderByDescending(pair => pair.key, comparer) : keyed.OrderBy(pair => pair.key, comparer);
        return sorted.Select(pair => pair.element).ToList();
    }

    private static int Clamp(decimal count) => (int)Math.Clamp(count, 0, 100_000);
}
