namespace Talon.RuleEngine.Talang;

/// <summary>Finds out which overload of a function a call means, and checks its arguments.</summary>
internal static class CallBinder
{
    public static Expression Bind(Binder binder, ArraySyntax syntax)
    {
        var name = ((LiteralSyntax)syntax.Elements[0]).Value.String;
        if (FunctionRegistry.Find(name) is not { } function)
            return Unknown(binder, syntax, name);

        var expression = function.Special is { } special ? special(binder, syntax) : Bind(binder, function, syntax);
        if (expression.Syntax is null)
            (expression.Function, expression.Syntax) = (function, syntax);
        return expression;
    }

    private static Expression Bind(Binder binder, Function function, ArraySyntax syntax)
    {
        var arguments = syntax.Elements.AsSpan(1);
        var options = TakeOptions(function, ref arguments);
        var bound = function.Overloads.Length > 1 ? new Dictionary<SyntaxNode, Expression>(ReferenceEqualityComparer.Instance) : null;
        Attempt? best = null;
        foreach (var overload in function.Overloads)
        {
            if (Alignment.Of(overload.Signature, arguments) is not { } alignment)
                continue;
            var attempt = new Attempt(binder, overload, alignment, bound);
            if (attempt.Fits)
                return attempt.Build(function, syntax, options);
            if (best is null || attempt.Matched > best.Matched)
                best = attempt;
        }

        if (best is null)
            return binder.Refuse(syntax, $"\"{function.Name}\" is not called like this.", string.Join(" or ", function.Signatures), Count(arguments.Length));
        best.Report(function);
        return new RefusedExpression();
    }

    /// <summary>The one JSON object among the first and the last argument.</summary>
    private static ObjectSyntax? TakeOptions(Function function, ref Span<SyntaxNode> arguments)
    {
        if (!function.TakesOptions)
            return null;
        if (arguments is [.., ObjectSyntax last])
        {
            arguments = arguments[..^1];
            return last;
        }

        if (arguments is not [ObjectSyntax first, ..])
            return null;
        arguments = arguments[1..];
        return first;
    }

    private static Expression Unknown(Binder binder, ArraySyntax syntax, string name)
    {
        foreach (var argument in syntax.Elements.Skip(1))
            if (argument is ArraySyntax { Elements: [LiteralSyntax { Value: { Kind: ValueKind.String, String: var inner } }, ..] } && FunctionRegistry.Find(inner) is { Special: null })
                binder.Bind(argument);
        var hint = FunctionRegistry.Nearest(name) is { } near ? $" Did you mean \"{near}\"?" : "";
        return binder.Refuse(syntax.Elements[0], $"There is no function \"{name}\".{hint}", "the name of a function", $"\"{name}\"");
    }

    private static string Count(int arguments) => arguments == 1 ? "1 argument" : $"{arguments} arguments";

    /// <summary>One overload tried on the arguments. Blocks come last: what they name depends on the other arguments.</summary>
    private sealed class Attempt
    {
        private readonly Binder _binder;
        private readonly Overload _overload;
        private readonly Substitution _types = new();
        private readonly Expression[][] _arguments;
        private List<(SyntaxNode Node, Parameter Parameter, Mismatch Mismatch)>? _mismatches;

        public Attempt(Binder binder, Overload overload, Alignment alignment, Dictionary<SyntaxNode, Expression>? bound)
        {
            _binder = binder;
            _overload = overload;
            var parameters = overload.Signature.Parameters;
            _arguments = new Expression[parameters.Count][];
            for (var blocks = 0; blocks < 2 && Fits; blocks++)
                for (var i = 0; i < parameters.Count; i++)
                    if ((parameters[i].Type.Kind == TypeKind.Block) == (blocks == 1))
                        Try(i, parameters[i], alignment[i], bound);
        }

        public bool Fits => _mismatches is null;

        public int Matched { get; private set; }

        private void Try(int index, Parameter parameter, SyntaxNode[] nodes, Dictionary<SyntaxNode, Expression>? bound)
        {
            _arguments[index] = new Expression[nodes.Length];
            for (var i = 0; i < nodes.Length; i++)
            {
                if (ArgumentBinder.TryBind(_binder, nodes[i], parameter.Type, _types, bound, out _arguments[index][i]) is { } mismatch)
                    (_mismatches ??= []).Add((nodes[i], parameter, mismatch));
                else
                    Matched++;
            }
        }

        public void Report(Function function)
        {
            foreach (var (node, parameter, mismatch) in _mismatches!)
                _binder.Problems.Add(node, mismatch.Message ?? $"\"{parameter.Name}\" of \"{function.Name}\" has the wrong type.", mismatch.Expected, mismatch.Found);
        }

        public Expression Build(Function function, ArraySyntax syntax, ObjectSyntax? options)
        {
            var refused = HasRefused();
            var chosen = Options(function, options, ref refused);
            if (refused)
                return new RefusedExpression();
            var call = new Call(_binder, syntax, _arguments, chosen);
            if (_overload.Build(call) is not { } expression)
                return new RefusedExpression();
            if (expression.Syntax is null)
                expression.Arguments = call.From(0);
            return expression;
        }

        private bool HasRefused()
        {
            foreach (var each in _arguments)
                foreach (var argument in each)
                    if (argument is RefusedExpression)
                        return true;
            return false;
        }

        private Dictionary<string, Expression>? Options(Function function, ObjectSyntax? options, ref bool refused)
        {
            if (options is null)
                return null;
            var chosen = new Dictionary<string, Expression>();
            foreach (var (name, node) in options.Members)
            {
                var known = _overload.Signature.Options.FirstOrDefault(option => option.Name == name);
                if (known is null && _overload.Signature.FreeOption is null)
                {
                    _binder.Problems.Add(node, $"\"{function.Name}\" has no option \"{name}\".", string.Join(", ", _overload.Signature.Options.Select(option => option.Name)), name);
                    refused = true;
                }
                else if (ArgumentBinder.Bind(_binder, node, known?.Type ?? _overload.Signature.FreeOption!, _types, name) is { } bound)
                    chosen[name] = bound;
                else
                    refused = true;
            }

            return chosen;
        }
    }
}
