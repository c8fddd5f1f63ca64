using System.Text;

namespace Talon.Promotions;

/// <summary>How codes are generated: each <c>#</c> of a pattern becomes a random character of an alphabet.</summary>
public sealed class CodePattern
{
    /// <summary>The pattern when none is given: with the default alphabet, 62 bits.</summary>
    public const string DefaultPattern = "############";

    /// <summary>The characters when none are given: A to Z and 0 to 9.</summary>
    public static IReadOnlyList<string> DefaultAlphabet { get; } = [.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".Select(c => c.ToString())];

    private readonly string _pattern;
    private readonly string[] _alphabet;

    /// <summary>Creates the generator; null and empty arguments mean the defaults.</summary>
    /// <param name="pattern">Literal characters and <c>#</c>.</param>
    /// <param name="alphabet">The characters that may stand for <c>#</c>; repeated ones count once.</param>
    public CodePattern(string? pattern = null, IReadOnlyList<string>? alphabet = null)
    {
        _pattern = string.IsNullOrEmpty(pattern) ? DefaultPattern : pattern;
        _alphabet = [.. (alphabet is null or { Count: 0 } ? DefaultAlphabet : alphabet).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The base-2 logarithm of how many codes there are: what a guesser is up against.</summary>
    public double Bits => _pattern.Count(c => c == '#') * Math.Log2(_alphabet.Length);

    /// <summary>A new code, each of the possible ones being equally likely.</summary>
    public string Next(IRandomSource random)
    {
        var code = new StringBuilder(_pattern.Length);
        foreach (var c in _pattern)
            code.Append(c == '#' ? _alphabet[random.Below(_alphabet.Length)] : c.ToString());
        return code.ToString();
    }
}
