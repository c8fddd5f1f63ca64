using Talon.RuleEngine.Budgets;

namespace Talon.RuleEngine.Talang;

/// <summary>Checks expressions of one campaign and makes them ready to run.</summary>
internal sealed class Binder(CampaignDefinition campaign, VocabularyIndex vocabulary, ApplicationSettings settings, ProblemList problems)
{
    private const int MaxBound = 120_000;

    /// <summary>Deepest nesting when bindings and templates are counted in; it bounds the stack that an evaluation takes.</summary>
    private const int MaxDepth = 400;

    private readonly List<Variable> _variables = [];
    private readonly Dictionary<string, Budget> _budgets = [];
    private int _bound;
    private int _depth;

    public CampaignDefinition Campaign { get; } = campaign;

    public VocabularyIndex Vocabulary { get; } = vocabulary;

    public ApplicationSettings Settings { get; } = settings;

    public ProblemList Problems { get; } = problems;

    public Templates Templates { get; } = new();

    /// <summary>How many slots the campaign's expressions use so far.</summary>
    public int Slots { get; private set; }

    /// <summary>What the expressions bound since it was last cleared look at.</summary>
    public Usage Usage { get; set; }

    /// <summary>Slots of bindings and variables whose value holds for one run of the rule.</summary>
    public List<int> RuleSlots { get; } = [];

    /// <summary>The deepest nesting since it was last cleared.</summary>
    public int Deepest { get; set; }

    /// <summary>How many names are known; <see cref="Forget"/> goes back to it.</summary>
    public int Known => _variables.Count;

    /// <summary>The campaign's limits on an action, the most specific first, as they are checked: those per coupon, per profile, per anything else, and of the whole campaign.</summary>
    public Budget Budget(string action)
    {
        if (_budgets.TryGetValue(action, out var budget))
            return budget;
        var limits = Campaign.Limits
            .Where(limit => limit.Action == action)
            .Select(limit => CampaignLimit.Of(Campaign, limit))
            .OrderBy(limit => limit.CountsBy(LimitEntity.Profile) ? 1 : limit.CountsBy(LimitEntity.Coupon) ? 0 : limit.Definition.Entities.Count > 0 ? 2 : 3);
        return _budgets[action] = new Budget(action, [.. limits]);
    }

    /// <summary>Checks an expression of any type.</summary>
    public Expression Bind(SyntaxNode node)
    {
        if (++_bound > MaxBound)
            return _bound == MaxBound + 1 ? Refuse(node, "The ruleset grows too large with its templates.") : new RefusedExpression();

        _depth++;
        Deepen(0);
        var expression = _depth > MaxDepth ? Refuse(node, "The expression is nested too deeply through its templates.") : Dispatch(node);
        _depth--;
        expression.Syntax ??= node;
        return expression;
    }

    /// <summary>Notes that what is bound here reads something that nests so deep itself; gives whether that is still allowed.</summary>
    public bool Deepen(int by)
    {
        Deepest = Math.Max(Deepest, _depth + by);
        return Deepest <= MaxDepth;
    }

    private Expression Dispatch(SyntaxNode node) => node switch
    {
        LiteralSyntax literal => Expression.Literal(literal.Value),
        ArraySyntax { Elements: [LiteralSyntax { Value.Kind: ValueKind.String }, ..] } call => CallBinder.Bind(this, call),
        ArraySyntax { Elements: [] } => Refuse(node, "An empty array is not an expression.", "a call", "[]"),
        ArraySyntax { Elements: [ArraySyntax, ..] } => Refuse(node, "A block cannot stand here.", "an expression", "a block"),
        ArraySyntax array => Refuse(array.Elements[0], "A call starts with the name of a function.", "the name of a function", array.Elements[0].Kind),
        _ => Refuse(node, "Options cannot stand here.", "an expression", "an object"),
    };

    /// <summary>Checks an expression that must have a type.</summary>
    public Expression Bind(SyntaxNode node, TalangType wanted)
    {
        var expression = ArgumentBinder.Bind(this, node, wanted, new Substitution(), null);
        return expression ?? new RefusedExpression();
    }

    /// <summary>Reports a problem.</summary>
    public Expression Refuse(SyntaxNode node, string message, string? expected = null, string? found = null)
    {
        Problems.Add(node, message, expected, found);
        return new RefusedExpression();
    }

    public int NewSlot() => Slots++;

    public void Declare(Variable variable) => _variables.Add(variable);

    public void Forget(int known) => _variables.RemoveRange(known, _variables.Count - known);

    /// <summary>The innermost variable of a name.</summary>
    public Variable? Variable(string name)
    {
        for (var i = _variables.Count - 1; i >= 0; i--)
            if (_variables[i].Name == name)
                return _variables[i];
        return null;
    }
}
