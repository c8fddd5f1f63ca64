namespace Talon.RuleEngine;

/// <summary>What a function takes and gives.</summary>
/// <remarks>
/// Written as text, such as <c>(list: [T], keep: (T) => boolean) -> [T]</c>. A question mark makes a parameter optional, three
/// dots make it repeatable; braces hold named options, and <c>*</c> among them stands for any name.
/// </remarks>
public sealed class Signature
{
    private Signature(string text, SignatureReader reader)
    {
        Text = text;
        (Parameters, Options, FreeOption, Result) = reader.Read();
        Required = Parameters.Count(parameter => parameter.Presence == Presence.Required);
        Repeated = Parameters.Count(parameter => parameter.Presence == Presence.Repeated);
    }

    /// <summary>The signature as it was written.</summary>
    public string Text { get; }

    /// <summary>The parameters in order.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Named options, all optional.</summary>
    public IReadOnlyList<Parameter> Options { get; }

    /// <summary>The type of options of any other name; null when there may be none.</summary>
    public TalangType? FreeOption { get; }

    /// <summary>What the function gives.</summary>
    public TalangType Result { get; }

    internal int Required { get; }

    internal int Repeated { get; }

    internal bool TakesOptions => FreeOption is not null || Options.Count > 0;

    /// <summary>Reads a signature; throws <see cref="FormatException"/> when it is not one.</summary>
    public static Signature Parse(string text) => new(text, new SignatureReader(text));

    /// <inheritdoc/>
    public override string ToString() => Text;
}
