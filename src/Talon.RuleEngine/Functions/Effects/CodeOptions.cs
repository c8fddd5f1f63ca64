using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Options of codes to create.</summary>
internal sealed class CodeOptions(Call call)
{
    private readonly Func<Scope, string>? _pattern = call.Option<string>("pattern");
    private readonly Func<Scope, decimal>? _usageLimit = call.Option<decimal>("usageLimit");
    private readonly Func<Scope, DateTimeOffset>? _startDate = call.Option<DateTimeOffset>("startDate");
    private readonly Func<Scope, DateTimeOffset>? _expiryDate = call.Option<DateTimeOffset>("expiryDate");
    private readonly Func<Scope, ValueMap>? _attributes = call.Option<ValueMap>("attributes");

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
}
