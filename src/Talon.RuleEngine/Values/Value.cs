namespace Talon.RuleEngine;

/// <summary>A value of the rule language: an attribute, or the result of an expression that may have any type.</summary>
/// <remarks>Numbers are decimal and keep their scale; times are instants with the offset they were written with.</remarks>
public readonly record struct Value
{
    private readonly decimal _number;
    private readonly object? _object;

    private Value(ValueKind kind, decimal number, object? content)
    {
        Kind = kind;
        _number = number;
        _object = content;
    }

    /// <summary>What the value is.</summary>
    public ValueKind Kind { get; }

    /// <summary>The absent value.</summary>
    public static Value None => default;

    /// <summary>A string.</summary>
    public static Value Of(string text) => new(ValueKind.String, 0, text);

    /// <summary>A number.</summary>
    public static Value Of(decimal number) => new(ValueKind.Number, number, null);

    /// <summary>A boolean.</summary>
    public static Value Of(bool flag) => new(ValueKind.Boolean, flag ? 1 : 0, null);

    /// <summary>A point in time.</summary>
    public static Value Of(DateTimeOffset time) => new(ValueKind.Time, 0, time);

    /// <summary>A place on Earth.</summary>
    public static Value Of(Location location) => new(ValueKind.Location, 0, location);

    /// <summary>A list; elements have one kind.</summary>
    public static Value Of(IReadOnlyList<Value> list) => new(ValueKind.List, 0, list);

    /// <summary>A cart item unit, a bundle or another object that only the engine makes.</summary>
    public static Value OfEntity(object entity) => new(ValueKind.Entity, 0, entity);

    /// <summary>The string; throws <see cref="InvalidCastException"/> for another kind.</summary>
    public string String => Kind == ValueKind.String ? (string)_object! : throw Wrong(ValueKind.String);

    /// <summary>The number; throws <see cref="InvalidCastException"/> for another kind.</summary>
    public decimal Number => Kind == ValueKind.Number ? _number : throw Wrong(ValueKind.Number);

    /// <summary>The boolean; throws <see cref="InvalidCastException"/> for another kind.</summary>
    public bool Boolean => Kind == ValueKind.Boolean ? _number != 0 : throw Wrong(ValueKind.Boolean);

    /// <summary>The time; throws <see cref="InvalidCastException"/> for another kind.</summary>
    public DateTimeOffset Time => Kind == ValueKind.Time ? (DateTimeOffset)_object! : throw Wrong(ValueKind.Time);

    /// <summary>The location; throws <see cref="InvalidCastException"/> for another kind.</summary>
    public Location Location => Kind == ValueKind.Location ? (Location)_object! : throw Wrong(ValueKind.Location);

    /// <summary>The list; throws <see cref="InvalidCastException"/> for another kind.</summary>
    public IReadOnlyList<Value> List => Kind == ValueKind.List ? (IReadOnlyList<Value>)_object! : throw Wrong(ValueKind.List);

    /// <summary>The entity; throws <see cref="InvalidCastException"/> for another kind.</summary>
    public object Entity => Kind == ValueKind.Entity ? _object! : throw Wrong(ValueKind.Entity);

    private InvalidCastException Wrong(ValueKind wanted) => new($"Expected {wanted}, found {Kind}.");
}

/// <summary>The kinds of <see cref="Value"/>.</summary>
public enum ValueKind
{
    /// <summary>No value.</summary>
    None,

    /// <summary>Text.</summary>
    String,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A point in time.</summary>
    Time,

    /// <summary>A place on Earth.</summary>
    Location,

    /// <summary>A list of values of one kind.</summary>
    List,

    /// <summary>A cart item unit, a bundle or another engine object.</summary>
    Entity,
}

/// <summary>A place on Earth.</summary>
/// <param name="Latitude">Degrees, -90 to 90.</param>
/// <param name="Longitude">Degrees, -180 to 180.</param>
public sealed record Location(decimal Latitude, decimal Longitude);
