using Talon.RuleEngine.Carts;

namespace Talon.RuleEngine.Talang;

/// <summary>How a CLR type stands for values of the rule language.</summary>
internal static class Typed<T>
{
    private static readonly Conversion<T> Conversion = Conversions.For<T>();

    /// <summary>What stands for a value that is missing.</summary>
    public static T Default => Conversion.Default;

    public static Value Write(T value) => Conversion.Write(value);

    public static bool TryRead(in Value value, out T result)
    {
        if (value.Kind == Conversion.Kind || Conversion.Kind == ValueKind.None)
        {
            result = Conversion.Read(value);
            return result is not null;
        }

        result = Default;
        return false;
    }
}

/// <summary>One pair of conversions; of kind None when every value can be read.</summary>
internal sealed record Conversion<T>(ValueKind Kind, T Default, Func<Value, T> Read, Func<T, Value> Write);

/// <summary>All conversions.</summary>
internal static class Conversions
{
    private static readonly object[] All =
    [
        new Conversion<Value>(ValueKind.None, Value.None, value => value, value => value),
        new Conversion<string>(ValueKind.String, "", value => value.String, Value.Of),
        new Conversion<decimal>(ValueKind.Number, 0, value => value.Number, Value.Of),
        new Conversion<bool>(ValueKind.Boolean, false, value => value.Boolean, Value.Of),
        new Conversion<DateTimeOffset>(ValueKind.Time, default, value => value.Time, Value.Of),
        new Conversion<Location>(ValueKind.Location, new Location(0, 0), value => value.Location, Value.Of),
        new Conversion<ValueList>(ValueKind.List, ValueList.Empty, value => ValueList.From(value.List), list => Value.Of(list)),
        new Conversion<ValueMap>(ValueKind.Entity, ValueMap.Empty, value => (value.Entity as ValueMap)!, Value.OfEntity),
        new Conversion<CartUnit>(ValueKind.Entity, null!, value => (value.Entity as CartUnit)!, Value.OfEntity),
        new Conversion<CartBundle>(ValueKind.Entity, null!, value => (value.Entity as CartBundle)!, Value.OfEntity),
        new Conversion<BundlePart>(ValueKind.Entity, null!, value => (value.Entity as BundlePart)!, Value.OfEntity),
    ];

    public static Conversion<T> For<T>() => All.OfType<Conversion<T>>().Single();
}
