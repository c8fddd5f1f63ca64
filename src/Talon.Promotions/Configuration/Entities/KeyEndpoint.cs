namespace Talon.Promotions;

/// <summary>An operation that a management key may call.</summary>
/// <param name="Method">The method, in upper case.</param>
/// <param name="Path">The path, with parameters in braces.</param>
public sealed record KeyEndpoint(string Method, string Path);
