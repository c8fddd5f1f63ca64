namespace Talon.Cli;

/// <summary>A record of an imported file.</summary>
/// <param name="Line">The line that it begins in, from 1.</param>
/// <param name="Text">The record as it is sent: a CSV line, or a JSON object.</param>
/// <param name="Fault">What is wrong with it, so that it is not sent at all; null for nothing.</param>
internal readonly record struct ImportRecord(int Line, string Text, string? Fault = null);
