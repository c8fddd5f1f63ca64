using System.Globalization;

namespace Talon.RuleEngine.Talang;

/// <summary>Checks one argument against the type that is asked for.</summary>
internal static class ArgumentBinder
{
    /// <summary>The bound argument; null when it was refused and the problem reported.</summary>
    public static Expression? Bind(Binder binder, SyntaxNode node, TalangType wanted, Substitution types, string? parameter)
    {
        var problem = TryBind(binder, node, wanted, types, null, out var expression);
        if (problem is null)
            return expression is RefusedExpression ? null : expression;
        var place = parameter is null ? "" : $" for \"{parameter}\"";
        binder.Problems.Add(node, problem.Message ?? $"The type{place} does not fit.", problem.Expected, problem.Found);
        return null;
    }

    /// <summary>Checks without reporting a mismatch, so that another overload may be tried; gives the mismatch.</summary>
    public static Mismatch? TryBind(Binder binder, SyntaxNode node, TalangType wanted, Substitution types, Dictionary<SyntaxNode, Expression>? bound, out Expression expression)
    {
        expression = new RefusedExpression();
        switch (wanted.Kind)
        {
            case TypeKind.Block:
                return TryBindBlock(binder, node, wanted, types, out expression);
            case TypeKind.Choice or TypeKind.Literal:
                return TryBindWord(node, wanted, out expression);
            case TypeKind.Reference:
                return TryBindReference(binder, node, wanted, out expression);
            case TypeKind.Map when node is ObjectSyntax map:
                expression = MapBinder.Bind(binder, map);
                return null;
        }

        if (node is ArraySyntax { Elements: [ArraySyntax, ..] })
            return new Mismatch(types.Apply(wanted).ToString(), "a block");

        if (bound is null || !bound.TryGetValue(node, out var found))
        {
            found = binder.Bind(node);
            bound?.Add(node, found);
        }

        var target = types.Apply(wanted);
        if (target.Kind == TypeKind.Time && found.Constant is { Kind: ValueKind.String } text && AsTime(text.String) is { } time)
            found = new Expression<DateTimeOffset>(TalangType.Time, _ => time) { Constant = Value.Of(time), Syntax = node };
        expression = found;
        return types.Admits(wanted, found.Type) ? null : new Mismatch(target.ToString(), Describe(found));
    }

    /// <summary>Whether a value may stand where a type is asked for; a time may be written out as text.</summary>
    public static bool Fits(TalangType wanted, Expression found) =>
        new Substitution().Admits(wanted, found.Type) || (wanted.Kind == TypeKind.Time && found.Constant is { Kind: ValueKind.String } text && AsTime(text.String) is not null);

    private static Mismatch? TryBindBlock(Binder binder, SyntaxNode node, TalangType wanted, Substitution types, out Expression expression)
    {
        expression = new RefusedExpression();
        var parameter = types.Apply(wanted.Parameter!);
        string name;
        var body = node;
        if (node is ArraySyntax { Elements: [ArraySyntax names, var written] })
        {
            if (names.Elements is not [LiteralSyntax { Value.Kind: ValueKind.String } only])
                return new Mismatch("one name, as in [[\"Item\"], ...]", $"{names.Elements.Length} names", "A block names one element.");
            (name, body) = (only.Value.String, written);
        }
        else if (wanted.Parameter!.Kind == TypeKind.Entity)
            name = wanted.Parameter.Name!;
        else
            return new Mismatch("a block, as in [[\"Item\"], ...]", node.Kind);

        var slot = binder.NewSlot();
        var known = binder.Known;
        var usage = binder.Usage;
        var variable = new Variable(name, SlotExpression.Of(parameter, slot));
        binder.Usage = Usage.None;
        binder.Declare(variable);
        var bound = binder.Bind(body);
        binder.Forget(known);

        var block = new BlockExpression(parameter, slot, bound) { Syntax = node, Usage = binder.Usage, ReadsElement = variable.WasRead };
        binder.Usage |= usage;
        expression = bound is RefusedExpression ? bound : block;
        return types.Admits(wanted.Element!, bound.Type) ? null : new Mismatch(types.Apply(wanted.Element!).ToString(), Describe(bound));
    }

    private static Mismatch? TryBindWord(SyntaxNode node, TalangType wanted, out Expression expression)
    {
        expression = new RefusedExpression();
        if (node is not LiteralSyntax { Value.Kind: ValueKind.String } literal)
            return new Mismatch(wanted.Kind == TypeKind.Choice ? wanted.ToString() : "a text written out", node.Kind);
        if (wanted.Kind == TypeKind.Choice && !wanted.Choices.Contains(literal.Value.String))
            return new Mismatch(wanted.ToString(), $"'{literal.Value.String}'");
        expression = Expression.Literal(literal.Value);
        expression.Syntax = node;
        return null;
    }

    private static Mismatch? TryBindReference(Binder binder, SyntaxNode node, TalangType wanted, out Expression expression)
    {
        expression = new RefusedExpression();
        if (node is not LiteralSyntax { Value.Kind: ValueKind.String or ValueKind.Number } literal)
            return new Mismatch($"the id or name of a {wanted.Name}", node.Kind);
        if (binder.Vocabulary.Find(wanted.Name!, literal.Value, binder.Campaign.Id) is not { } target)
            return new Mismatch($"an existing {wanted.Name}", ValueText.Of(literal.Value), $"There is no {wanted.Name} {ValueText.Quote(literal.Value)}.");
        expression = new ReferenceExpression(wanted, target) { Syntax = node };
        return null;
    }

    private static DateTimeOffset? AsTime(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && text.Length >= 10 ? time : null;

    private static string Describe(Expression expression) =>
        expression.Constant is { } constant ? $"{expression.Type} {ValueText.Quote(constant)}" : expression.Type.ToString();
}

/// <summary>Why an argument does not fit.</summary>
internal sealed record Mismatch(string Expected, string Found, string? Message = null);
