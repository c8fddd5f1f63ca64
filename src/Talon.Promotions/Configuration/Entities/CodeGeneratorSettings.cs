namespace Talon.Promotions;

/// <summary>How codes are generated.</summary>
/// <param name="ValidCharacters">The characters that stand for <c>#</c>.</param>
/// <param name="CouponPattern">Literal characters and <c>#</c>.</param>
public sealed record CodeGeneratorSettings(IReadOnlyList<string> ValidCharacters, string CouponPattern);
