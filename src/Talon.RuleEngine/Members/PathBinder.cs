using Talon.RuleEngine.Carts;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Members;

/// <summary>Finds out what a path means.</summary>
internal static class PathBinder
{
    /// <summary>Binds a path: a name, or an expression for an object, and the names of what is read of it.</summary>
    public static Expression Bind(Binder binder, ArraySyntax whole, ReadOnlySpan<SyntaxNode> nodes)
    {
        if (nodes.IsEmpty)
            return binder.Refuse(whole, "A path needs a name.", "a name", "nothing");
        var names = nodes[0] is LiteralSyntax ? nodes : nodes[1..];
        foreach (var node in names)
            if (node is not LiteralSyntax { Value.Kind: ValueKind.String })
                return binder.Refuse(node, "A path consists of names.", "a name", node.Kind);

        if (nodes[0] is not LiteralSyntax)
            return Rest(binder, binder.Bind(nodes[0]), new PathNames(whole, names.ToArray(), ""));

        var path = new PathNames(whole, names.ToArray(), "");
        var first = path.Next()!;
        if (binder.Variable(first) is { } variable)
        {
            variable.WasRead = true;
            binder.Usage |= variable.Usage;
            if (!binder.Deepen(variable.Depth))
                return binder.Refuse(path.Here, "The expression is nested too deeply through its bindings.");
            return Rest(binder, variable.Read, path);
        }

        return Roots.Find(first) is { } root
            ? AtEnd(binder, root.Read(binder, path), path)
            : binder.Refuse(path.Here, $"There is nothing called \"{first}\".", "Session, Profile, a binding or the like", $"\"{first}\"");
    }

    /// <summary>Reads what is left of a path of an object.</summary>
    private static Expression Rest(Binder binder, Expression source, PathNames path)
    {
        if (path.AtEnd || source is RefusedExpression)
            return source;
        if (source.Type.Equals(TalangType.Item))
            return AtEnd(binder, ItemMembers.Table.Read(binder, path, new AttributeSource("CartItem", source.Slot), Object<CartUnit>(source), Fault.Missing(path.Text)), path);
        if (source.Type.Equals(TalangType.Bundle))
            return Rest(binder, BundleMembers.Table.Read(binder, path, AttributeSource.Computed("Bundle"), Object<CartBundle>(source), Fault.Missing(path.Text)), path);
        if (source.Type.Kind is TypeKind.Map or TypeKind.Any)
            return Rest(binder, Entry(source, path), path);
        path.Next();
        return binder.Refuse(path.Here, $"A {source.Type} has no attributes.", "an object", source.Type.ToString());
    }

    private static Expression AtEnd(Binder binder, Expression read, PathNames path)
    {
        if (path.AtEnd || read is RefusedExpression)
            return read;
        var text = path.Text;
        path.Next();
        return binder.Refuse(path.Here, $"{text} has no attributes.", "an object", read.Type.ToString());
    }

    private static Expression<Value> Entry(Expression source, PathNames path)
    {
        var name = path.Next()!;
        var fault = Fault.Missing(path.Text);
        var map = source.As<ValueMap>();
        return Expression.Dynamic(TalangType.Any, scope => map(scope).Entries.TryGetValue(name, out var value) ? value : scope.Fail(fault, Value.None));
    }

    private static Func<Scope, T?> Object<T>(Expression source)
        where T : class
    {
        if (source is Expression<T> typed)
            return typed.Run;
        var run = source.As<T>();
        return scope => run(scope);
    }
}
