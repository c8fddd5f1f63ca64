namespace Talon.RuleEngine;

/// <summary>A type of the rule language. Two types are the same when they read the same.</summary>
public sealed record TalangType
{
    private TalangType(TypeKind kind, string? name = null, TalangType? element = null, TalangType? parameter = null, IReadOnlyList<string>? choices = null)
    {
        Kind = kind;
        Name = name;
        Element = element;
        Parameter = parameter;
        Choices = choices ?? [];
    }

    /// <summary>Any value.</summary>
    public static TalangType Any { get; } = new(TypeKind.Any);

    /// <summary>No value.</summary>
    public static TalangType Nothing { get; } = new(TypeKind.Nothing);

    /// <summary>Text.</summary>
    public static TalangType String { get; } = new(TypeKind.String);

    /// <summary>A decimal number.</summary>
    public static TalangType Number { get; } = new(TypeKind.Number);

    /// <summary>True or false.</summary>
    public static TalangType Boolean { get; } = new(TypeKind.Boolean);

    /// <summary>A point in time.</summary>
    public static TalangType Time { get; } = new(TypeKind.Time);

    /// <summary>A place on Earth.</summary>
    public static TalangType Location { get; } = new(TypeKind.Location);

    /// <summary>An effect.</summary>
    public static TalangType Effect { get; } = new(TypeKind.Effect);

    /// <summary>A map from names to values.</summary>
    public static TalangType Map { get; } = new(TypeKind.Map);

    /// <summary>A text written out in the rule.</summary>
    public static TalangType Literal { get; } = new(TypeKind.Literal);

    /// <summary>A cart item unit.</summary>
    public static TalangType Item { get; } = EntityOf("Item");

    /// <summary>A bundle of cart item units.</summary>
    public static TalangType Bundle { get; } = EntityOf("Bundle");

    /// <summary>Which kind of type.</summary>
    public TypeKind Kind { get; }

    /// <summary>For an entity, a reference or a variable, its name.</summary>
    public string? Name { get; }

    /// <summary>For a list the type of its elements, for a block what it gives.</summary>
    public TalangType? Element { get; }

    /// <summary>For a block, the type of what it names.</summary>
    public TalangType? Parameter { get; }

    /// <summary>For a choice, the texts to choose from.</summary>
    public IReadOnlyList<string> Choices { get; }

    /// <summary>A list.</summary>
    public static TalangType ListOf(TalangType element) => new(TypeKind.List, element: element);

    /// <summary>An object of the engine.</summary>
    public static TalangType EntityOf(string name) => new(TypeKind.Entity, name);

    /// <summary>Something of the account.</summary>
    public static TalangType ReferenceTo(string name) => new(TypeKind.Reference, name);

    /// <summary>A type that a signature names with a letter.</summary>
    public static TalangType Variable(string name) => new(TypeKind.Variable, name);

    /// <summary>A block.</summary>
    public static TalangType BlockOf(TalangType parameter, TalangType result) => new(TypeKind.Block, element: result, parameter: parameter);

    /// <summary>One of a few texts.</summary>
    public static TalangType ChoiceOf(IReadOnlyList<string> choices) => new(TypeKind.Choice, choices: choices);

    /// <summary>The type of values of an attribute.</summary>
    public static TalangType Of(AttributeType type) => type switch
    {
        AttributeType.String => String,
        AttributeType.Number => Number,
        AttributeType.Boolean => Boolean,
        AttributeType.Time => Time,
        AttributeType.Location => Location,
        AttributeType.StringList => ListOf(String),
        AttributeType.NumberList => ListOf(Number),
        AttributeType.TimeList => ListOf(Time),
        _ => ListOf(Location),
    };

    /// <inheritdoc/>
    public bool Equals(TalangType? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Kind == other.Kind && Name == other.Name && Equals(Element, other.Element)
            && Equals(Parameter, other.Parameter) && Choices.SequenceEqual(other.Choices));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Name, Element, Choices.Count);

    /// <summary>The type as signatures write it, such as <c>[number]</c>.</summary>
    public override string ToString() => Kind switch
    {
        TypeKind.List => $"[{Element}]",
        TypeKind.Block => $"({Parameter}) => {Element}",
        TypeKind.Choice => string.Join(" | ", Choices.Select(choice => $"'{choice}'")),
        TypeKind.Reference => "@" + Name,
        TypeKind.Entity or TypeKind.Variable => Name!,
        _ => Kind.ToString().ToLowerInvariant(),
    };
}
