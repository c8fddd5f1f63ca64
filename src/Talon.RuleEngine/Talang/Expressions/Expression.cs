namespace Talon.RuleEngine.Talang;

/// <summary>A checked expression, ready to run.</summary>
internal abstract class Expression(TalangType type)
{
    public TalangType Type { get; } = type;

    /// <summary>What it was made from.</summary>
    public SyntaxNode? Syntax { get; set; }

    /// <summary>For a call, the function.</summary>
    public Function? Function { get; set; }

    /// <summary>For a call, the arguments in the order written, without options.</summary>
    public Expression[] Arguments { get; set; } = [];

    /// <summary>The value, when it is known before any evaluation.</summary>
    public Value? Constant { get; init; }

    /// <summary>For the read of a binding, what it was bound to.</summary>
    public Expression? Source { get; set; }

    /// <summary>Says why it was false, where that takes more than its arguments; null for what its function says.</summary>
    public Func<Scope, Explanation>? Why { get; init; }

    /// <summary>What explanations call it, once one did.</summary>
    public string? Name { get; set; }

    /// <summary>For a plain read of an attribute, which.</summary>
    public AttributeRead? Attribute { get; set; }

    /// <summary>For a text that depends on nothing but its entity, the text of an entity; null when it is not set.</summary>
    public Func<object, string?>? TextOf { get; set; }

    /// <summary>For a block or its element, the slot; otherwise -2.</summary>
    public int Slot { get; init; } = -2;

    /// <summary>For a map written out, its entries.</summary>
    public IReadOnlyList<KeyValuePair<string, Expression>>? Entries { get; init; }

    /// <summary>A name for what is looked at, such as <c>Session.Total</c>; null when it is not a plain attribute.</summary>
    public string? Path { get; init; }

    /// <summary>The expression as a function of a CLR type; a value of another kind is a fault.</summary>
    public Func<Scope, T> As<T>() => this is Expression<T> typed ? typed.Run : Convert<T>();

    /// <summary>The expression as a value of any kind.</summary>
    public abstract Func<Scope, Value> AsValue();

    private Func<Scope, T> Convert<T>()
    {
        if (typeof(T) == typeof(Value))
            return (Func<Scope, T>)(object)AsValue();
        if (Type.Kind == TypeKind.Nothing && typeof(T) == typeof(bool))
            return _ => Typed<T>.Default;
        var run = AsValue();
        var fault = Fault.Error("WrongType", $"Expected {typeof(T).Name}, found another type.");
        return scope => Typed<T>.TryRead(run(scope), out var result) ? result : scope.Fail(fault, result);
    }

    public static Expression<decimal> Number(Func<Scope, decimal> run) => new(TalangType.Number, run);

    public static Expression<string> Text(Func<Scope, string> run) => new(TalangType.String, run);

    public static Expression<bool> Flag(Func<Scope, bool> run) => new(TalangType.Boolean, run);

    public static Expression<DateTimeOffset> Moment(Func<Scope, DateTimeOffset> run) => new(TalangType.Time, run);

    public static Expression<Location> Place(Func<Scope, Location> run) => new(TalangType.Location, run);

    public static Expression<ValueList> List(TalangType element, Func<Scope, ValueList> run) => new(TalangType.ListOf(element), run);

    /// <summary>An effect; it gives whether it emitted anything.</summary>
    public static Expression<bool> Effect(Func<Scope, bool> run) => new(TalangType.Effect, run);

    public static Expression<Value> Dynamic(TalangType type, Func<Scope, Value> run) => new(type, run);

    /// <summary>A value written out in the rule.</summary>
    public static Expression Literal(Value value) => value.Kind switch
    {
        ValueKind.String => Literal(TalangType.String, value, value.String),
        ValueKind.Number => Literal(TalangType.Number, value, value.Number),
        ValueKind.Boolean => Literal(TalangType.Boolean, value, value.Boolean),
        ValueKind.Time => Literal(TalangType.Time, value, value.Time),
        _ => Literal(TalangType.Any, value, value),
    };

    private static Expression<T> Literal<T>(TalangType type, Value value, T content) => new(type, _ => content) { Constant = value };
}

/// <summary>A checked expression over a CLR type.</summary>
internal sealed class Expression<T>(TalangType type, Func<Scope, T> run) : Expression(type)
{
    public Func<Scope, T> Run { get; } = run;

    public override Func<Scope, Value> AsValue()
    {
        if (Run is Func<Scope, Value> already)
            return already;
        var run = Run;
        return scope => Typed<T>.Write(run(scope));
    }
}
