using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Options of codes to create.</summary>
internal sealed class CodeOptions(Call call)
{
    private readonly Func<Scope, string>? _pattern = Of<string>(call, "pattern");
    private readonly Func<Scope, decimal>? _usageLimit = Of<decimal>(call, "usageLimit");
    private readonly Func<Scope, DateTimeOffset>? _startDate = Of<DateTimeOffset>(call, "startDate");
    private readonly Func<Scope, DateTimeOffset>? _expiryDate = Of<DateTimeOffset>(call, "expiryDate");
    private readonly Func<Scope, ValueMap>? _attributes = Of<ValueMap>(call, "attributes");

    public string? Pattern(Scope scope) => _pattern?.Invoke(scope);

    public long? UsageLimit(Scope scope) => _usageLimit is null ? null : (long)Math.Clamp(_usageLimit(scope), 0, 999_999);

    public DateTimeOffset? StartDate(Scope scope) => _startDate?.Invoke(scope);

    public DateTimeOffset? ExpiryDate(Scope scope) => _expiryDate?.Invoke(scope);

    public IReadOnlyDictionary<string, Value> Attributes(Scope scope) => _attributes is null
        ? ValueMap.Empty.Entries
        : _attributes(scope).Entries.ToDictionary(entry => entry.Key, entry => AttributeUpdateEffect.Kept(entry.Value));

    /// <summary>Checks that the attributes written out exist on the entity and have its types.</summary>
    public static bool Fit(Call call, AttributeEntity entity)
    {
        if (!call.Options.TryGetValue("attributes", out var map) || map.Entries is not { } entries)
            return true;
        var fit = true;
        foreach (var (name, value) in entries)
        {
            var type = call.Binder.Vocabulary.Attribute(entity, name);
            if (type is not null && new Substitution().Admits(type, value.Type))
                continue;
            fit = false;
            call.Problem(value.Syntax ?? call.Syntax, type is null ? $"The attribute \"{name}\" is not defined on {entity} entities." : $"The value does not fit the attribute \"{name}\".", type?.ToString(), value.Type.ToString());
        }

        return fit;
    }

    public static Func<Scope, T>? Of<T>(Call call, string option) => call.Options.TryGetValue(option, out var found) ? found.As<T>() : null;
}
