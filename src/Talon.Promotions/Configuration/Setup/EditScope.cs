namespace Talon.Promotions;

/// <summary>What surrounds one change of the set-up: a condition, and what became of it.</summary>
/// <param name="condition">Looks at the configuration that the change would be made to, and throws to refuse; null for no condition.</param>
public sealed class EditScope(Action<Configuration>? condition)
{
    /// <summary>The configuration just after the change; null before one is made.</summary>
    public Configuration? Applied { get; internal set; }

    internal void Check(Configuration before) => condition?.Invoke(before);
}
