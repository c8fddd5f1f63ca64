namespace Talon.RuleEngine.Talang;

/// <summary>A checked call: what a function builds its expression from.</summary>
internal sealed class Call(Binder binder, ArraySyntax syntax, Expression[][] arguments, Dictionary<string, Expression>? options)
{
    private static readonly Dictionary<string, Expression> None = [];

    public Binder Binder { get; } = binder;

    public ArraySyntax Syntax { get; } = syntax;

    /// <summary>Options by name, as far as they were given.</summary>
    public IReadOnlyDictionary<string, Expression> Options { get; } = options ?? None;

    /// <summary>The argument of a parameter that stands once.</summary>
    public Expression this[int parameter] => arguments[parameter][0];

    public bool Has(int parameter) => arguments[parameter].Length > 0;

    /// <summary>The arguments of a parameter that may repeat.</summary>
    public Expression[] All(int parameter) => arguments[parameter];

    /// <summary>A parameter and the repeated one behind it, together.</summary>
    public Expression[] From(int parameter)
    {
        if (arguments.Length == parameter + 1)
            return arguments[parameter];
        var count = 0;
        for (var i = parameter; i < arguments.Length; i++)
            count += arguments[i].Length;
        var all = new Expression[count];
        var next = 0;
        for (var i = parameter; i < arguments.Length; i++)
            foreach (var argument in arguments[i])
                all[next++] = argument;
        return all;
    }

    public Func<Scope, decimal> Number(int parameter) => this[parameter].As<decimal>();

    public Func<Scope, string> Text(int parameter) => this[parameter].As<string>();

    public Func<Scope, bool> Flag(int parameter) => this[parameter].As<bool>();

    public Func<Scope, DateTimeOffset> Time(int parameter) => this[parameter].As<DateTimeOffset>();

    public Func<Scope, ValueList> List(int parameter) => this[parameter].As<ValueList>();

    public BlockExpression Block(int parameter) => (BlockExpression)this[parameter];

    public T Reference<T>(int parameter)
        where T : class => (T)((ReferenceExpression)this[parameter]).Target;

    /// <summary>A text written out in the rule.</summary>
    public string Word(int parameter) => this[parameter].Constant!.Value.String;

    /// <summary>What an option gives; null when the option was not given.</summary>
    public Func<Scope, T>? Option<T>(string option) => Options.TryGetValue(option, out var found) ? found.As<T>() : null;

    /// <summary>A text written out in an option; null when the option was not given.</summary>
    public string? Word(string option) => Options.TryGetValue(option, out var found) ? found.Constant!.Value.String : null;

    /// <summary>A flag written out in an option; null when the option was not given.</summary>
    public bool? Switch(string option)
    {
        if (!Options.TryGetValue(option, out var found))
            return null;
        if (found.Constant is { Kind: ValueKind.Boolean } constant)
            return constant.Boolean;
        Problem(found.Syntax ?? Syntax, $"The option \"{option}\" must be written out.", "true or false", found.Type.ToString());
        return null;
    }

    /// <summary>Refuses the call.</summary>
    public Expression? Problem(SyntaxNode node, string message, string? expected = null, string? found = null)
    {
        Binder.Problems.Add(node, message, expected, found);
        return null;
    }
}
