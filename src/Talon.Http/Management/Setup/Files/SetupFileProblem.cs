namespace Talon.Http;

/// <summary>What is wrong with a file of a set-up.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1; null for the file as a whole.</param>
/// <param name="Message">What is wrong.</param>
public sealed record SetupFileProblem(string File, int? Line, string Message);
