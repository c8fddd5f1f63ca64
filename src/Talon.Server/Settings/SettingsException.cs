namespace Talon.Server;

/// <summary>A setting that cannot be used. The message says which, and what to do.</summary>
public sealed class SettingsException(string message) : Exception(message);
