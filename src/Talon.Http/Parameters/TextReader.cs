namespace Talon.Http;

/// <summary>Turns text into a value.</summary>
/// <param name="text">The decoded text.</param>
/// <param name="problem">A title, and words that follow the value; null when the text is fine.</param>
internal delegate T TextReader<T>(string text, out (string Title, string Details)? problem);
