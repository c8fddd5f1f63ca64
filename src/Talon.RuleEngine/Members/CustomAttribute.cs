using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Members;

/// <summary>Reads of attributes that the vocabulary defines.</summary>
internal static class CustomAttribute
{
    public static Expression Read<TEntity>(
        TalangType type, MemberSite site, string name, Func<Scope, TEntity?> source, Func<Scope, TEntity, IReadOnlyDictionary<string, Value>> attributes)
        where TEntity : class
    {
        return type.Kind switch
        {
            TypeKind.String => Of<string>(),
            TypeKind.Number => Of<decimal>(),
            TypeKind.Boolean => Of<bool>(),
            TypeKind.Time => Of<DateTimeOffset>(),
            TypeKind.Location => Of<Location>(),
            TypeKind.List => Of<ValueList>(),
            _ => Of<Value>(),
        };

        Expression<T> Of<T>() => new(type, scope =>
            source(scope) is not { } owner ? scope.Fail(site.NoEntity, Typed<T>.Default)
            : attributes(scope, owner).TryGetValue(name, out var value) && Typed<T>.TryRead(value, out var result) ? result
            : scope.Fail(site.NotSet, Typed<T>.Default))
        { Path = site.PlainPath };
    }
}
